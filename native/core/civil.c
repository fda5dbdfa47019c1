// Dates and times of day of the Gregorian calendar: what the modules time and datetime ask for all the time.
#include "containers.h"
#include "text_writer.h"

#define DAY_SECONDS 86400
#define MOST_SECONDS 0x400000000000ll // beyond every year that a C int holds

typedef struct Moment { i64 year; u32 month, day, hour, minute, second, weekday, yearday; } Moment;

static bool is_leap(i64 year) { return !(year % 4) && (year % 100 || !(year % 400)); }
static i64 floor_div(i64 a, i64 b) { return a / b - (a % b < 0); }

// Days from 1970-01-01 to the first of March of a year that begins then.
static i64 days_to_march(i64 year) { return year * 365 + floor_div(year, 4) - floor_div(year, 100) + floor_div(year, 400) - 719468; }
static i64 days_of(i64 year, u32 month, u32 day)
{
    bool is_early = month <= 2;
    return days_to_march(year - is_early) + (153 * (is_early ? month + 9 : month - 3) + 2) / 5 + day - 1;
}

// The day that lies `days` behind 1970-01-01.
static void set_day(Moment *m, i64 days)
{
    i64 from_0 = days + 719468, era = floor_div(from_0, 146097), day = from_0 - era * 146097;
    i64 year = (day - day / 1460 + day / 36524 - day / 146096) / 365;
    u32 day_of_year = (u32)(day - (365 * year + year / 4 - year / 100)), month = (5 * day_of_year + 2) / 153; // (from March on)
    m->day = day_of_year - (153 * month + 2) / 5 + 1;
    m->month = month < 10 ? month + 3 : month - 9;
    m->year = year + era * 400 + (m->month <= 2);
    m->weekday = (u32)(days + 3 - floor_div(days + 3, 7) * 7);
    m->yearday = (u32)(days - days_of(m->year, 1, 1)) + 1;
}

static Value tuple_of_numbers(VM *vm, const i64 *numbers, u32 count)
{
    Value tuple = tuple_new(vm, count);
    for (u32 i = 0; tuple != EMPTY && i < count; i++)
        OBJ(vm, PyTuple, tuple)->items[i] = int48(numbers[i]);
    return tuple;
}

#define CIVIL(name) static Value name(VM *vm, Value *args, u32 nargs, Ref kwnames)
// moment_fields(seconds since 1970): (year, month, day, hour, minute, second, day of the week, day of the year), as in struct_time.
CIVIL(moment_fields)
{
    (void)nargs, (void)kwnames;
    i64 seconds = is_int48(args[0]) ? int48_value(args[0]) : MOST_SECONDS;
    if (seconds <= -MOST_SECONDS || seconds >= MOST_SECONDS)
        return new_none(vm);
    Moment m;
    i64 days = floor_div(seconds, DAY_SECONDS), rest = seconds - days * DAY_SECONDS;
    set_day(&m, days);
    return tuple_of_numbers(vm, (i64[]){m.year, m.month, m.day, rest / 3600, rest / 60 % 60, rest % 60, m.weekday, m.yearday}, 8);
}

// date_of_ordinal(n): (year, month, day) of what 0001-01-01 is number 1 of; None beyond the year 9999.
CIVIL(date_of_ordinal)
{
    (void)nargs, (void)kwnames;
    i64 n = is_int48(args[0]) ? int48_value(args[0]) : 0;
    if (n < 1 || n > 3652059)
        return new_none(vm);
    Moment m;
    set_day(&m, n - 719163);
    return tuple_of_numbers(vm, (i64[]){m.year, m.month, m.day}, 3);
}

static bool lies_in(Value v, i64 from, i64 to) { return is_int48(v) && int48_value(v) >= from && int48_value(v) <= to; }

// fields_fit(year, month, day, hour, minute, second, microsecond): whether they are plain ints that a datetime can have.
CIVIL(fields_fit)
{
    (void)nargs, (void)kwnames;
    static const u8 days_in_month[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool good = lies_in(args[0], 1, 9999) && lies_in(args[1], 1, 12) && lies_in(args[3], 0, 23) && lies_in(args[4], 0, 59) && lies_in(args[5], 0, 59) &&
                lies_in(args[6], 0, 999999);
    i64 month = good ? int48_value(args[1]) : 1, last = good ? days_in_month[month - 1] + (month == 2 && is_leap(int48_value(args[0]))) : 0;
    return new_bool(vm, good && lies_in(args[2], 1, last));
}

// --- fromisoformat() ----------------------------------------------------------------------------------------------------------------
static bool read_digits(const u8 **at, u32 count, i64 *number)
{
    i64 n = 0;
    for (; count; count--, ++*at) {
        if (**at < '0' || **at > '9')
            return false;
        n = n * 10 + (**at - '0');
    }
    *number = n;
    return true;
}
static bool read_char(const u8 **at, u8 c) { return *(*at)++ == c; }

// iso_fields(text): the seven fields of a datetime of "YYYY-MM-DD", with or without "THH:MM:SS" (or a space) and ".ffffff"; None: it is written otherwise.
CIVIL(iso_fields)
{
    (void)nargs, (void)kwnames;
    PyStr *s = is_exact(vm, args[0], TYPE_STR) ? OBJ(vm, PyStr, args[0]) : NULL;
    if (!s || !s->ascii || (s->length != 10 && s->length != 19 && s->length != 26))
        return new_none(vm);
    const u8 *at = s->data;
    i64 f[7] = {0};
    bool good = read_digits(&at, 4, &f[0]) && read_char(&at, '-') && read_digits(&at, 2, &f[1]) && read_char(&at, '-') && read_digits(&at, 2, &f[2]);
    if (good && s->length > 10) {
        good = (*at == 'T' || *at == ' ');
        at++;
        good = good && read_digits(&at, 2, &f[3]) && read_char(&at, ':') && read_digits(&at, 2, &f[4]) && read_char(&at, ':') && read_digits(&at, 2, &f[5]);
    }
    if (good && s->length > 19)
        good = read_char(&at, '.') && read_digits(&at, 6, &f[6]);
    Value fields = good ? tuple_of_numbers(vm, f, 7) : new_none(vm);
    if (!good || fields == EMPTY)
        return fields;
    Value fit = fields_fit(vm, OBJ(vm, PyTuple, fields)->items, 7, 0);
    if (fit == TRUE)
        return fields;
    decref(vm, fields);
    return new_none(vm);
}

// --- strftime() ---------------------------------------------------------------------------------------------------------------------
static const char *const weekdays[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
static const char *const months[] = {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"};

static void write_name(TextWriter *w, const char *name, u32 most)
{
    for (u32 i = 0; i < most && name[i]; i++)
        write_char(w, (u8)name[i]);
}
static void write_padded(TextWriter *w, u32 n, u32 digits)
{
    for (u32 unit = digits == 3 ? 100 : 10; unit; unit /= 10)
        write_char(w, '0' + n / unit % 10);
}
static void write_date(TextWriter *w, const Moment *m, char separator)
{
    write_padded(w, m->month, 2);
    write_char(w, (u8)separator);
    write_padded(w, m->day, 2);
}
static void write_time(TextWriter *w, const Moment *m)
{
    write_padded(w, m->hour, 2);
    write_char(w, ':');
    write_padded(w, m->minute, 2);
    write_char(w, ':');
    write_padded(w, m->second, 2);
}

// False: a conversion for Python.
static bool write_conversion(TextWriter *w, const Moment *m, u32 c)
{
    switch (c) {
    case 'a': write_name(w, weekdays[m->weekday], 3); break;
    case 'A': write_name(w, weekdays[m->weekday], 9); break;
    case 'b': case 'h': write_name(w, months[m->month - 1], 3); break;
    case 'B': write_name(w, months[m->month - 1], 9); break;
    case 'd': write_padded(w, m->day, 2); break;
    case 'D': case 'x':
        write_date(w, m, '/');
        write_char(w, '/');
        write_padded(w, (u32)(m->year % 100), 2);
        break;
    case 'F':
        write_int48(w, m->year);
        write_char(w, '-');
        write_date(w, m, '-');
        break;
    case 'H': write_padded(w, m->hour, 2); break;
    case 'I': write_padded(w, (m->hour + 11) % 12 + 1, 2); break;
    case 'j': write_padded(w, m->yearday, 3); break;
    case 'm': write_padded(w, m->month, 2); break;
    case 'M': write_padded(w, m->minute, 2); break;
    case 'p': write_name(w, m->hour < 12 ? "AM" : "PM", 2); break;
    case 'S': write_padded(w, m->second, 2); break;
    case 'T': case 'X': write_time(w, m); break;
    case 'u': write_int48(w, m->weekday + 1); break;
    case 'w': write_int48(w, (m->weekday + 1) % 7); break;
    case 'y': write_padded(w, (u32)(m->year % 100), 2); break;
    case 'Y': write_int48(w, m->year); break;
    case '%': write_char(w, '%'); break;
    default: return false;
    }
    return true;
}

static bool write_moment(TextWriter *w, PyStr *format, const Moment *m)
{
    for (u32 i = 0; i < format->length; i++) {
        u32 c = str_char(format, i);
        if (c != '%')
            write_char(w, c);
        else if (++i == format->length || !write_conversion(w, m, str_char(format, i)))
            return false;
    }
    return true;
}

// format_moment(format, year, month, day, hour, minute, second, day of the week, day of the year); the last two are found out if the first of them is
// -1. None: the format has something else, or the fields are not those of a moment within the years 1 to 9999.
CIVIL(format_moment)
{
    (void)nargs, (void)kwnames;
    bool finds_day = args[7] == int48(-1);
    if (!is_exact(vm, args[0], TYPE_STR) || !lies_in(args[1], 1, 9999) || !lies_in(args[2], 1, 12) || !lies_in(args[3], 1, 31) || !lies_in(args[4], 0, 23) ||
        !lies_in(args[5], 0, 59) || !lies_in(args[6], 0, 61) || !(finds_day || (lies_in(args[7], 0, 6) && lies_in(args[8], 1, 366))))
        return new_none(vm);
    Moment m = {.year = int48_value(args[1]), .month = (u32)int48_value(args[2]), .day = (u32)int48_value(args[3])};
    if (finds_day)
        set_day(&m, days_of(m.year, m.month, m.day));
    else {
        m.weekday = (u32)int48_value(args[7]);
        m.yearday = (u32)int48_value(args[8]);
    }
    m.hour = (u32)int48_value(args[4]);
    m.minute = (u32)int48_value(args[5]);
    m.second = (u32)int48_value(args[6]);
    TextWriter w = {.vm = vm};
    if (write_moment(&w, OBJ(vm, PyStr, args[0]), &m))
        return writer_end(&w);
    writer_drop(&w);
    return new_none(vm);
}

extern const BuiltinDef civil_defs[];
const BuiltinDef civil_defs[] = { // module _krait
    {"moment_fields", moment_fields, 1, 1, 0, 0, NULL},
    {"date_of_ordinal", date_of_ordinal, 1, 1, 0, 0, NULL},
    {"fields_fit", fields_fit, 7, 7, 0, 0, NULL},
    {"iso_fields", iso_fields, 1, 1, 0, 0, NULL},
    {"format_moment", format_moment, 9, 9, 0, 0, NULL},
    {"", 0, 0, 0, 0, 0, 0},
};
