// termios: terminals. All requests run detached: they may wait for output to drain.
#include <sys/ioctl.h>
#include <termios.h>
#include <asm/ioctls.h>
#include <linux/serial.h>
#include <linux/tty.h>

#include "modules/posix.h"
#include "objects/dict.h"
#include "objects/list.h"

static _Atomic(SkType *) error_type;

static SkValue failed(void) {
    SK_AUTO SkValue text = sk_str_from(strerror(errno));
    SkType *t = sk_load_acquire(&error_type);  // PAIR(termios-error)
    SK_AUTO SkValue e = sk_is_empty(text) ? SK_EMPTY : sk_call2(sk_type_value(t), sk_from_small_int(errno), text);
    return sk_is_empty(e) ? SK_EMPTY : sk_raise_object(e);
}
static SkValue done(int r) { return r < 0 ? failed() : SK_NONE; }

// Characters are bytes of length one, but VMIN and VTIME are numbers where lines are not assembled.
static SkValue character(const struct termios *t, size_t i) {
    if (!(t->c_lflag & ICANON) && (i == VMIN || i == VTIME)) return sk_from_small_int(t->c_cc[i]);
    return sk_bytes_from(&t->c_cc[i], 1);
}

static SkValue termios_tcgetattr(SkValue m SK_UNUSED, SkValue arg) {
    int fd;
    struct termios t;
    if (!sk_file_descriptor(arg, &fd)) return SK_EMPTY;
    if (SK_DETACHED(tcgetattr(fd, &t)) < 0) return failed();
    SK_AUTO SkValue characters = sk_list_new(NCCS);
    for (size_t i = 0; i < NCCS && !sk_is_empty(characters); i++) {
        SkValue c = character(&t, i);
        if (sk_is_empty(c) || !sk_list_append_steal(characters, c)) return SK_EMPTY;
    }
    if (sk_is_empty(characters)) return SK_EMPTY;
    SkValue items[7] = {sk_from_small_int(t.c_iflag), sk_from_small_int(t.c_oflag), sk_from_small_int(t.c_cflag), sk_from_small_int(t.c_lflag),
                        sk_from_small_int(cfgetispeed(&t)), sk_from_small_int(cfgetospeed(&t)), sk_move(&characters)};
    return sk_list_steal(items, 7);
}

static bool read_flags(SkValue list, size_t i, tcflag_t *out) {
    SK_AUTO SkValue v = sk_list_get(list, i);
    bool ok = true;
    if (!sk_is_empty(v)) *out = (tcflag_t)sk_as_uint64_mask(v, &ok);
    return ok;
}

static bool read_attributes(SkValue list, struct termios *t) {
    tcflag_t in_speed = 0, out_speed = 0;
    if (!sk_is_list(list) || sk_list_len(list) != 7) return sk_raise_false(sk_exc_TypeError, "tcsetattr, arg 3: must be 7 element list");
    if (!read_flags(list, 0, &t->c_iflag) || !read_flags(list, 1, &t->c_oflag) || !read_flags(list, 2, &t->c_cflag) || !read_flags(list, 3, &t->c_lflag) ||
        !read_flags(list, 4, &in_speed) || !read_flags(list, 5, &out_speed))
        return false;
    SK_AUTO SkValue characters = sk_list_get(list, 6);
    if (sk_is_empty(characters) || !sk_is_list(characters) || sk_list_len(characters) != NCCS)
        return sk_raise_false(sk_exc_TypeError, "tcsetattr: attributes[6] must be %d element list", NCCS);
    for (size_t i = 0; i < NCCS; i++) {
        SK_AUTO SkValue c = sk_list_get(characters, i);
        bool ok = true;
        if (!sk_is_empty(c) && sk_is_bytes(c) && sk_as_bytes(c)->length == 1) t->c_cc[i] = (cc_t)sk_as_bytes(c)->data[0];
        else if (!sk_is_empty(c) && sk_is_int(c)) t->c_cc[i] = (cc_t)sk_as_uint64_mask(c, &ok);
        else return sk_raise_false(sk_exc_TypeError, "tcsetattr: elements of attributes must be characters or integers");
        if (!ok) return false;
    }
    if (cfsetispeed(t, in_speed) < 0 || cfsetospeed(t, out_speed) < 0) return failed(), false;
    return true;
}

static SkValue termios_tcsetattr(SkValue m SK_UNUSED, const SkValue *a, size_t n) {
    int fd, when;
    struct termios t;
    if (!sk_check_nargs("tcsetattr", n, 3, 3) || !sk_file_descriptor(a[0], &fd) || !sk_as_int(a[1], &when)) return SK_EMPTY;
    // What the list does not hold stays as it is.
    if (SK_DETACHED(tcgetattr(fd, &t)) < 0) return failed();
    return read_attributes(a[2], &t) ? done(SK_DETACHED(tcsetattr(fd, when, &t))) : SK_EMPTY;
}

static bool two_ints(const char *function, const SkValue *a, size_t n, int *fd, int *what) {
    return sk_check_nargs(function, n, 2, 2) && sk_file_descriptor(a[0], fd) && sk_as_int(a[1], what);
}
static SkValue termios_tcsendbreak(SkValue m SK_UNUSED, const SkValue *a, size_t n) {
    int fd, duration;
    return two_ints("tcsendbreak", a, n, &fd, &duration) ? done(SK_DETACHED(tcsendbreak(fd, duration))) : SK_EMPTY;
}
static SkValue termios_tcflush(SkValue m SK_UNUSED, const SkValue *a, size_t n) {
    int fd, queue;
    return two_ints("tcflush", a, n, &fd, &queue) ? done(SK_DETACHED(tcflush(fd, queue))) : SK_EMPTY;
}
static SkValue termios_tcflow(SkValue m SK_UNUSED, const SkValue *a, size_t n) {
    int fd, action;
    return two_ints("tcflow", a, n, &fd, &action) ? done(SK_DETACHED(tcflow(fd, action))) : SK_EMPTY;
}
static SkValue termios_tcdrain(SkValue m SK_UNUSED, SkValue arg) {
    int fd;
    return sk_file_descriptor(arg, &fd) ? done(SK_DETACHED(tcdrain(fd))) : SK_EMPTY;
}

static SkValue termios_tcgetwinsize(SkValue m SK_UNUSED, SkValue arg) {
    int fd;
    struct winsize w;
    if (!sk_file_descriptor(arg, &fd)) return SK_EMPTY;
    if (SK_DETACHED(ioctl(fd, TIOCGWINSZ, &w)) < 0) return failed();
    SkValue items[2] = {sk_from_small_int(w.ws_row), sk_from_small_int(w.ws_col)};
    return sk_tuple_steal(items, 2);
}
static SkValue termios_tcsetwinsize(SkValue m SK_UNUSED, const SkValue *a, size_t n) {
    int fd;
    int64_t size[2];
    struct winsize w;
    if (!sk_check_nargs("tcsetwinsize", n, 2, 2) || !sk_file_descriptor(a[0], &fd)) return SK_EMPTY;
    if (!sk_is_sequence(a[1]) || sk_len(a[1]) != 2) {
        if (sk_error_occurred()) sk_error_clear();
        return sk_raise(sk_exc_TypeError, "tcsetwinsize, arg 2: must be a two-item sequence");
    }
    for (int i = 0; i < 2; i++) {
        SK_AUTO SkValue v = sk_getitem_i(a[1], i);
        if (sk_is_empty(v) || !sk_as_int64(v, &size[i])) return SK_EMPTY;
    }
    // What the arguments do not say (the size in pixels) stays as it is.
    if (SK_DETACHED(ioctl(fd, TIOCGWINSZ, &w)) < 0) return failed();
    w.ws_row = (unsigned short)size[0];
    w.ws_col = (unsigned short)size[1];
    if (w.ws_row != size[0] || w.ws_col != size[1]) return sk_raise(sk_exc_OverflowError, "winsize value(s) out of range.");
    return done(SK_DETACHED(ioctl(fd, TIOCSWINSZ, &w)));
}

static const SkMethodDef functions[] = {
    {"tcgetattr", SK_ONEARG, .onearg = termios_tcgetattr, .sig = "(fd, /)", .doc = "[iflag, oflag, cflag, lflag, ispeed, ospeed, cc] of a terminal."},
    {"tcsetattr", SK_FAST, .fast = termios_tcsetattr, .sig = "(fd, when, attributes, /)", .doc = "Sets the attributes of a terminal."},
    {"tcsendbreak", SK_FAST, .fast = termios_tcsendbreak, .sig = "(fd, duration, /)", .doc = "Sends a break."},
    {"tcdrain", SK_ONEARG, .onearg = termios_tcdrain, .sig = "(fd, /)", .doc = "Waits until output has been sent."},
    {"tcflush", SK_FAST, .fast = termios_tcflush, .sig = "(fd, queue, /)", .doc = "Discards what is queued."},
    {"tcflow", SK_FAST, .fast = termios_tcflow, .sig = "(fd, action, /)", .doc = "Stops input or output, or goes on."},
    {"tcgetwinsize", SK_ONEARG, .onearg = termios_tcgetwinsize, .sig = "(fd, /)", .doc = "(rows, columns) of a terminal."},
    {"tcsetwinsize", SK_FAST, .fast = termios_tcsetwinsize, .sig = "(fd, winsize, /)", .doc = "Sets (rows, columns) of a terminal."},
    {0},
};

static const struct {
    const char *name;
    int64_t value;
} constants[] = {
#define C(name) {#name, name}
    C(B0), C(B1000000), C(B110), C(B115200), C(B1152000), C(B1200), C(B134), C(B150), C(B1500000), C(B1800), C(B19200), C(B200),
    C(B2000000), C(B230400), C(B2400), C(B2500000), C(B300), C(B3000000), C(B3500000), C(B38400), C(B4000000), C(B460800), C(B4800),
    C(B50), C(B500000), C(B57600), C(B576000), C(B600), C(B75), C(B921600), C(B9600), C(BRKINT), C(BS0), C(BS1), C(BSDLY), C(CBAUD),
    C(CBAUDEX), C(CDSUSP), C(CEOF), C(CEOL), C(CEOT), C(CERASE), C(CFLUSH), C(CIBAUD), C(CINTR), C(CKILL), C(CLNEXT), C(CLOCAL),
    C(CQUIT), C(CR0), C(CR1), C(CR2), C(CR3), C(CRDLY), C(CREAD), C(CRPRNT), C(CRTSCTS), C(CS5), C(CS6), C(CS7), C(CS8), C(CSIZE),
    C(CSTART), C(CSTOP), C(CSTOPB), C(CSUSP), C(CWERASE), C(ECHO), C(ECHOCTL), C(ECHOE), C(ECHOK), C(ECHOKE), C(ECHONL), C(ECHOPRT),
    C(EXTA), C(EXTB), C(EXTPROC), C(FF0), C(FF1), C(FFDLY), C(FIOASYNC), C(FIOCLEX), C(FIONBIO), C(FIONCLEX), C(FIONREAD), C(FLUSHO),
    C(HUPCL), C(ICANON), C(ICRNL), C(IEXTEN), C(IGNBRK), C(IGNCR), C(IGNPAR), C(IMAXBEL), C(INLCR), C(INPCK), C(IOCSIZE_MASK),
    C(IOCSIZE_SHIFT), C(ISIG), C(ISTRIP), C(IUCLC), C(IUTF8), C(IXANY), C(IXOFF), C(IXON), C(NCC), C(NCCS), C(NL0), C(NL1), C(NLDLY),
    C(NOFLSH), C(N_MOUSE), C(N_PPP), C(N_SLIP), C(N_STRIP), C(N_TTY), C(OCRNL), C(OFDEL), C(OFILL), C(OLCUC), C(ONLCR), C(ONLRET),
    C(ONOCR), C(OPOST), C(PARENB), C(PARMRK), C(PARODD), C(PENDIN), C(TAB0), C(TAB1), C(TAB2), C(TAB3), C(TABDLY), C(TCFLSH),
    C(TCGETA), C(TCGETS), C(TCIFLUSH), C(TCIOFF), C(TCIOFLUSH), C(TCION), C(TCOFLUSH), C(TCOOFF), C(TCOON), C(TCSADRAIN),
    C(TCSAFLUSH), C(TCSANOW), C(TCSBRK), C(TCSBRKP), C(TCSETA), C(TCSETAF), C(TCSETAW), C(TCSETS), C(TCSETSF), C(TCSETSW), C(TCXONC),
    C(TIOCCONS), C(TIOCEXCL), C(TIOCGETD), C(TIOCGICOUNT), C(TIOCGLCKTRMIOS), C(TIOCGPGRP), C(TIOCGSERIAL), C(TIOCGSOFTCAR),
    C(TIOCGWINSZ), C(TIOCINQ), C(TIOCLINUX), C(TIOCMBIC), C(TIOCMBIS), C(TIOCMGET), C(TIOCMIWAIT), C(TIOCMSET), C(TIOCM_CAR),
    C(TIOCM_CD), C(TIOCM_CTS), C(TIOCM_DSR), C(TIOCM_DTR), C(TIOCM_LE), C(TIOCM_RI), C(TIOCM_RNG), C(TIOCM_RTS), C(TIOCM_SR),
    C(TIOCM_ST), C(TIOCNOTTY), C(TIOCNXCL), C(TIOCOUTQ), C(TIOCPKT), C(TIOCPKT_DATA), C(TIOCPKT_DOSTOP), C(TIOCPKT_FLUSHREAD),
    C(TIOCPKT_FLUSHWRITE), C(TIOCPKT_NOSTOP), C(TIOCPKT_START), C(TIOCPKT_STOP), C(TIOCSCTTY), C(TIOCSERCONFIG), C(TIOCSERGETLSR),
    C(TIOCSERGETMULTI), C(TIOCSERGSTRUCT), C(TIOCSERGWILD), C(TIOCSERSETMULTI), C(TIOCSERSWILD), C(TIOCSER_TEMT), C(TIOCSETD),
    C(TIOCSLCKTRMIOS), C(TIOCSPGRP), C(TIOCSSERIAL), C(TIOCSSOFTCAR), C(TIOCSTI), C(TIOCSWINSZ), C(TOSTOP), C(VDISCARD), C(VEOF),
    C(VEOL), C(VEOL2), C(VERASE), C(VINTR), C(VKILL), C(VLNEXT), C(VMIN), C(VQUIT), C(VREPRINT), C(VSTART), C(VSTOP), C(VSUSP),
    C(VSWTC), {"VSWTCH", VSWTC}, C(VT0), C(VT1), C(VTDLY), C(VTIME), C(VWERASE), C(XCASE), C(XTABS), C(_POSIX_VDISABLE),
#undef C
};

static bool exec(SkValue m) {
    for (size_t i = 0; i < SK_COUNT_OF(constants); i++)
        if (!sk_module_add_int(m, constants[i].name, constants[i].value)) return false;
    SkType *t = sk_load_acquire(&error_type);  // PAIR(termios-error)
    if (!t) {
        SK_AUTO SkValue dict = sk_dict_new(), bases = sk_tuple_pack(1, sk_type_value(sk_exc_Exception));
        if (sk_is_empty(dict) || sk_is_empty(bases) || !sk_dict_set_s(dict, "__module__", sk_intern_s("termios"))) return false;
        SkValue made = sk_type_new_class(sk_intern_s("error"), bases, dict);
        if (sk_is_empty(made)) return false;
        sk_make_immortal(sk_ptr(made));
        if (sk_cas_acq_rel(&error_type, &t, sk_as_type(made))) t = sk_as_type(made);  // PAIR(termios-error)
    }
    return sk_module_add(m, "error", sk_type_value(t));
}

const SkModuleDef sk_module_termios = {"termios", "Terminals.", functions, exec};
