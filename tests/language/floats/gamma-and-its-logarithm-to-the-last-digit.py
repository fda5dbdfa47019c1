import math
for x in (0.5, -0.5, 1.5, 2.5, 10, 23, 24, 0.1, -1.5, 170.5, 171.5, 171.7, -170.25, -200.5, 1e-5, 1e-21, 5e-324, 4.999, 5.0, 139.5, 140.5, 1e10, 1e306, float('inf'), float('nan'), 0.0, -1.0, -2, float('-inf'), True):
    for f in (math.gamma, math.lgamma):
        try:
            print(x, f(x))
        except (ValueError, OverflowError) as e:
            print(x, type(e).__name__, e)
# expect: 0.5 1.7724538509055159
# expect: 0.5 0.5723649429247004
# expect: -0.5 -3.544907701811032
# expect: -0.5 1.265512123484645
# expect: 1.5 0.886226925452758
# expect: 1.5 -0.12078223763524543
# expect: 2.5 1.3293403881791372
# expect: 2.5 0.2846828704729196
# expect: 10 362880.0
# expect: 10 12.801827480081467
# expect: 23 1.1240007277776077e+21
# expect: 23 48.47118135183522
# expect: 24 2.585201673888497e+22
# expect: 24 51.60667556776438
# expect: 0.1 9.513507698668732
# expect: 0.1 2.2527126517342055
# expect: -1.5 2.3632718012073544
# expect: -1.5 0.8600470153764812
# expect: 170.5 5.56209241456e+305
# expect: 170.5 704.0044277342047
# expect: 171.5 9.483367566824801e+307
# expect: 171.5 709.1431630309282
# expect: 171.7 OverflowError math range error
# expect: 171.7 710.1716129403749
# expect: -170.25 -1.6938387496514194e-307
# expect: -170.25 -706.3666261465806
# expect: -200.5 -0.0
# expect: -200.5 -864.7382878706798
# expect: 1e-05 99999.42279422554
# expect: 1e-05 11.512919692895824
# expect: 1e-21 1.0000000000000001e+21
# expect: 1e-21 48.35428695287496
# expect: 5e-324 OverflowError math range error
# expect: 5e-324 744.4400719213812
# expect: 4.999 23.963883035055535
# expect: 4.999 3.1765478233491224
# expect: 5.0 24.0
# expect: 5.0 3.178053830347945
# expect: 139.5 8.14861879182775e+237
# expect: 139.5 547.810515479084
# expect: 140.5 1.1367323214599712e+240
# expect: 140.5 552.7485800803454
# expect: 10000000000.0 OverflowError math range error
# expect: 10000000000.0 220258509288.81058
# expect: 1e+306 OverflowError math range error
# expect: 1e+306 OverflowError math range error
# expect: inf inf
# expect: inf inf
# expect: nan nan
# expect: nan nan
# expect: 0.0 ValueError expected a noninteger or positive integer, got 0.0
# expect: 0.0 ValueError expected a noninteger or positive integer, got 0.0
# expect: -1.0 ValueError expected a noninteger or positive integer, got -1.0
# expect: -1.0 ValueError expected a noninteger or positive integer, got -1.0
# expect: -2 ValueError expected a noninteger or positive integer, got -2.0
# expect: -2 ValueError expected a noninteger or positive integer, got -2.0
# expect: -inf ValueError expected a noninteger or positive integer, got -inf
# expect: -inf inf
# expect: True 1.0
# expect: True 0.0
for x in (0, -1, 0.0, -0.5, -1e300, float('-inf'), -10**400):
    for f in (math.log, math.log2, math.log10, lambda x: math.log(2, x)):
        try:
            print(f(x))
        except ValueError as e:
            print(e)
# expect: expected a positive input
# expect: expected a positive input
# expect: expected a positive input
# expect: expected a positive input
# expect: expected a positive input
# expect: expected a positive input
# expect: expected a positive input
# expect: expected a positive input
# expect: expected a positive input, got 0.0
# expect: expected a positive input, got 0.0
# expect: expected a positive input, got 0.0
# expect: expected a positive input, got 0.0
# expect: expected a positive input, got -0.5
# expect: expected a positive input, got -0.5
# expect: expected a positive input, got -0.5
# expect: expected a positive input, got -0.5
# expect: expected a positive input, got -1e+300
# expect: expected a positive input, got -1e+300
# expect: expected a positive input, got -1e+300
# expect: expected a positive input, got -1e+300
# expect: expected a positive input, got -inf
# expect: expected a positive input, got -inf
# expect: expected a positive input, got -inf
# expect: expected a positive input, got -inf
# expect: expected a positive input
# expect: expected a positive input
# expect: expected a positive input
# expect: expected a positive input
