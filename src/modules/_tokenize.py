# The module _tokenize.
class TokenizerIter:
    """The tokens of a source: what tokenize.generate_tokens runs on."""
    __module__ = "_tokenize"

    def __init__(self, readline, *, encoding=None, extra_tokens=False):
        raise NotImplementedError("krait does not support tokenize.generate_tokens() yet")
