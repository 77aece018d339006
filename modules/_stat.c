// _stat: the parts of a file's mode.
#include <sys/stat.h>

#include "objects/error.h"
#include "objects/int.h"
#include "objects/module.h"
#include "objects/protocol.h"
#include "objects/str.h"

static bool mode_of(SkValue v, uint32_t *mode) {
    uint64_t u;
    SK_AUTO SkValue i = sk_has_index_method(v) ? sk_index(v) : SK_EMPTY;
    if (sk_is_empty(i)) return !sk_error_occurred() && sk_raise_false(sk_exc_TypeError, "an integer is required");
    if (sk_int_sign(i) < 0) return sk_raise_false(sk_exc_OverflowError, "can't convert negative value to unsigned int");
    if (!sk_int_fits_uint64(i, &u)) return sk_raise_false(sk_exc_OverflowError, "Python int too large to convert to C unsigned long");
    if (u > UINT32_MAX) return sk_raise_false(sk_exc_OverflowError, "mode out of range");
    *mode = (uint32_t)u;
    return true;
}

#define TEST(name, test)                                                        \
    static SkValue is_##name(SkValue m SK_UNUSED, SkValue v) {                  \
        uint32_t mode;                                                          \
        return mode_of(v, &mode) ? sk_bool(test) : SK_EMPTY;                    \
    }
TEST(dir, S_ISDIR(mode))
TEST(chr, S_ISCHR(mode))
TEST(blk, S_ISBLK(mode))
TEST(reg, S_ISREG(mode))
TEST(fifo, S_ISFIFO(mode))
TEST(lnk, S_ISLNK(mode))
TEST(sock, S_ISSOCK(mode))
// Kinds of files that Linux does not have.
static SkValue is_none(SkValue m SK_UNUSED, SkValue v) {
    uint32_t mode;
    return mode_of(v, &mode) ? SK_FALSE : SK_EMPTY;
}

static SkValue imode(SkValue m SK_UNUSED, SkValue v) {
    uint32_t mode;
    return mode_of(v, &mode) ? sk_from_small_int(mode & 07777) : SK_EMPTY;
}
static SkValue ifmt(SkValue m SK_UNUSED, SkValue v) {
    uint32_t mode;
    return mode_of(v, &mode) ? sk_from_small_int(mode & S_IFMT) : SK_EMPTY;
}

static char kind(uint32_t mode) {
    switch (mode & S_IFMT) {
    case S_IFREG: return '-';
    case S_IFDIR: return 'd';
    case S_IFLNK: return 'l';
    case S_IFBLK: return 'b';
    case S_IFCHR: return 'c';
    case S_IFIFO: return 'p';
    case S_IFSOCK: return 's';
    default: return '?';
    }
}

// An execute bit's letter, together with the special bit beside it.
static char execute(uint32_t mode, uint32_t bit, uint32_t special, const char *letters) {
    return letters[(mode & special ? 2 : 0) + (mode & bit ? 1 : 0)];
}

static SkValue filemode(SkValue m SK_UNUSED, SkValue v) {
    uint32_t mode;
    if (!mode_of(v, &mode)) return SK_EMPTY;
    const char text[10] = {
        kind(mode),
        mode & S_IRUSR ? 'r' : '-', mode & S_IWUSR ? 'w' : '-', execute(mode, S_IXUSR, S_ISUID, "-xSs"),
        mode & S_IRGRP ? 'r' : '-', mode & S_IWGRP ? 'w' : '-', execute(mode, S_IXGRP, S_ISGID, "-xSs"),
        mode & S_IROTH ? 'r' : '-', mode & S_IWOTH ? 'w' : '-', execute(mode, S_IXOTH, S_ISVTX, "-xTt"),
    };
    return sk_str_from_ascii(text, sizeof text);
}

#define F(name_, function, text) {.name = name_, .kind = SK_ONEARG, .onearg = function, .sig = "(mode, /)", .doc = text}
static const SkMethodDef functions[] = {
    F("S_ISDIR", is_dir, "Whether it is the mode of a directory."),
    F("S_ISCHR", is_chr, "Whether it is the mode of a character device."),
    F("S_ISBLK", is_blk, "Whether it is the mode of a block device."),
    F("S_ISREG", is_reg, "Whether it is the mode of a regular file."),
    F("S_ISFIFO", is_fifo, "Whether it is the mode of a pipe."),
    F("S_ISLNK", is_lnk, "Whether it is the mode of a symbolic link."),
    F("S_ISSOCK", is_sock, "Whether it is the mode of a socket."),
    F("S_ISDOOR", is_none, "Whether it is the mode of a door."),
    F("S_ISPORT", is_none, "Whether it is the mode of an event port."),
    F("S_ISWHT", is_none, "Whether it is the mode of a whiteout."),
    F("S_IMODE", imode, "The bits that chmod() can set."),
    F("S_IFMT", ifmt, "The bits that tell the type of the file."),
    F("filemode", filemode, "The mode as ls shows it: '-rwxrwxrwx'."),
    {0},
};

static const struct {
    const char *name;
    uint32_t value;
} constants[] = {
#define C(name) {#name, name}
    C(S_IFDIR), C(S_IFCHR), C(S_IFBLK), C(S_IFREG), C(S_IFIFO), C(S_IFLNK), C(S_IFSOCK), C(S_ISUID), C(S_ISGID), C(S_ISVTX), C(S_IREAD),
    C(S_IWRITE), C(S_IEXEC), C(S_IRWXU), C(S_IRUSR), C(S_IWUSR), C(S_IXUSR), C(S_IRWXG), C(S_IRGRP), C(S_IWGRP), C(S_IXGRP), C(S_IRWXO),
    C(S_IROTH), C(S_IWOTH), C(S_IXOTH),
#undef C
    {"S_IFDOOR", 0}, {"S_IFPORT", 0}, {"S_IFWHT", 0}, {"S_ENFMT", S_ISGID},
    // Flags of BSD and macOS, and the indices of the old tuples of os.stat.
    {"UF_SETTABLE", 0xffff}, {"UF_NODUMP", 1}, {"UF_IMMUTABLE", 2}, {"UF_APPEND", 4}, {"UF_OPAQUE", 8}, {"UF_NOUNLINK", 0x10},
    {"UF_COMPRESSED", 0x20}, {"UF_TRACKED", 0x40}, {"UF_DATAVAULT", 0x80}, {"UF_HIDDEN", 0x8000}, {"SF_SETTABLE", 0xffff0000},
    {"SF_ARCHIVED", 0x10000}, {"SF_IMMUTABLE", 0x20000}, {"SF_APPEND", 0x40000}, {"SF_RESTRICTED", 0x80000}, {"SF_NOUNLINK", 0x100000},
    {"SF_SNAPSHOT", 0x200000}, {"SF_FIRMLINK", 0x800000}, {"SF_DATALESS", 0x40000000}, {"ST_MODE", 0}, {"ST_INO", 1}, {"ST_DEV", 2},
    {"ST_NLINK", 3}, {"ST_UID", 4}, {"ST_GID", 5}, {"ST_SIZE", 6}, {"ST_ATIME", 7}, {"ST_MTIME", 8}, {"ST_CTIME", 9},
};

static bool exec(SkValue m) {
    for (size_t i = 0; i < sizeof constants / sizeof *constants; i++)
        if (!sk_module_add_int(m, constants[i].name, constants[i].value)) return false;
    return true;
}

const SkModuleDef sk_module__stat = {"_stat", "The parts of a file's mode.", functions, exec};
