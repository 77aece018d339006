// _io: open(), and the module.
#include "modules/_io.h"

#include "modules/_io_path.h"
#include "modules/sys.h"
#include "objects/dict.h"
#include "objects/tuple.h"

typedef struct {
    bool creating, reading, writing, appending, updating, text, binary;
} Mode;

static bool parse_mode(const char *text, Mode *m) {
    *m = (Mode){0};
    for (const char *p = text; *p; p++) {
        if (strchr(p + 1, *p)) goto invalid;
        switch (*p) {
            case 'x': m->creating = true; break;
            case 'r': m->reading = true; break;
            case 'w': m->writing = true; break;
            case 'a': m->appending = true; break;
            case '+': m->updating = true; break;
            case 't': m->text = true; break;
            case 'b': m->binary = true; break;
            default: goto invalid;
        }
    }
    if (m->text && m->binary) return sk_raise_false(sk_exc_ValueError, "can't have text and binary mode at once");
    if (m->creating + m->reading + m->writing + m->appending > 1)
        return sk_raise_false(sk_exc_ValueError, "must have exactly one of create/read/write/append mode");
    return true;
invalid:
    return sk_raise_false(sk_exc_ValueError, "invalid mode: '%s'", text);
}

static SkValue make(SkType *type, SkValue a, int size) {
    SkValue args[2] = {a, sk_from_small_int(size)};
    return sk_own(sk_call(sk_type_value(type), args, 2, SK_EMPTY));
}

static SkValue open_stream(SkValue path, const char *mode, int buffering, SkValue encoding, SkValue errors, SkValue newline,
                           bool closefd, SkValue opener) {
    Mode m;
    if (!parse_mode(mode, &m)) return SK_EMPTY;
    if (m.binary && !sk_is_none(encoding)) return sk_raise(sk_exc_ValueError, "binary mode doesn't take an encoding argument");
    if (m.binary && !sk_is_none(errors)) return sk_raise(sk_exc_ValueError, "binary mode doesn't take an errors argument");
    if (m.binary && !sk_is_none(newline)) return sk_raise(sk_exc_ValueError, "binary mode doesn't take a newline argument");
    if (m.binary && buffering == 1 &&
        !sk_warn(sk_exc_RuntimeWarning, 1,
                 "line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used"))
        return SK_EMPTY;
    char raw_mode[4];
    size_t k = 0;
    if (m.creating) raw_mode[k++] = 'x';
    if (m.reading) raw_mode[k++] = 'r';
    if (m.writing) raw_mode[k++] = 'w';
    if (m.appending) raw_mode[k++] = 'a';
    if (m.updating) raw_mode[k++] = '+';
    raw_mode[k] = 0;
    SK_AUTO SkValue raw_mode_value = sk_str_from(raw_mode), mode_value = sk_str_from(mode);
    if (sk_is_empty(raw_mode_value)) return SK_EMPTY;
    SkValue file_args[4] = {path, raw_mode_value, sk_bool(closefd), opener};
    // What is on top so far: closed if the rest fails.
    SK_AUTO SkValue result = sk_own(sk_call(sk_type_value(&sk_io_fileio_type), file_args, 4, SK_EMPTY));
    if (sk_is_empty(result)) return SK_EMPTY;
    SkFileIO *file = (SkFileIO *)sk_ptr(result);
    int64_t blksize = file->blksize;
    bool line_buffering = buffering == 1 && !m.binary;
    if (buffering < 0) {
        SK_AUTO SkValue tty = sk_call_method_s(result, "_isatty_open_only", NULL, 0);
        if (sk_is_empty(tty)) goto fail;
        if (sk_is_true(tty)) line_buffering = true;
    }
    if (buffering == 1) buffering = -1;
    if (buffering < 0) {
        int64_t size = blksize > 8 * 1024 * 1024 ? 8 * 1024 * 1024 : blksize;
        buffering = (int)(size > SK_IO_BUFFER_SIZE ? size : SK_IO_BUFFER_SIZE);
    }
    if (buffering == 0) {
        if (m.binary) return sk_move(&result);
        sk_raise(sk_exc_ValueError, "can't have unbuffered text I/O");
        goto fail;
    }
    SkType *type = m.updating ? &sk_io_buffered_random_type : m.reading ? &sk_io_buffered_reader_type : &sk_io_buffered_writer_type;
    SkValue buffer = make(type, result, buffering);
    if (sk_is_empty(buffer)) goto fail;
    sk_release(result);
    result = buffer;
    if (m.binary) return sk_move(&result);
    SkValue text_args[5] = {result, encoding, errors, newline, sk_bool(line_buffering)};
    SkValue text = sk_own(sk_call(sk_type_value(&sk_io_text_type), text_args, 5, SK_EMPTY));
    if (sk_is_empty(text)) goto fail;
    sk_release(result);
    result = text;
    if (!sk_is_empty(mode_value) && sk_setattr(result, SK_ION(mode), mode_value)) return sk_move(&result);
fail:;
    SkValue first = sk_error_take();
    SkValue r = sk_io_call(result, SK_ION(close));
    sk_release(r);
    sk_io_chain(first);
    return SK_EMPTY;
}

SkValue sk_io_open(SkValue file, const char *mode, int buffering, SkValue encoding, SkValue errors, SkValue newline, bool closefd,
                   SkValue opener) {
    if (sk_is_int(file)) return open_stream(file, mode, buffering, encoding, errors, newline, closefd, opener);
    SK_AUTO SkValue path = SK_EMPTY;
    if (sk_is_str(file) || sk_is_bytes(file)) {
        path = sk_retain(file);
    } else if (sk_has_index_method(file)) {
        path = sk_index(file);
    } else {
        path = sk_io_fspath(file);
    }
    if (sk_is_empty(path)) return SK_EMPTY;
    return open_stream(path, mode, buffering, encoding, errors, newline, closefd, opener);
}

static SkValue none_if_empty(SkValue v) { return sk_is_empty(v) ? SK_NONE : v; }

static SkValue io_open(SkValue module SK_UNUSED, const SkValue *args) {
    SK_AUTO_UTF8 SkUtf8 mode = {0};
    if (!sk_is_empty(args[1])) {
        if (!sk_is_str(args[1])) return sk_raise(sk_exc_TypeError, "open() argument 'mode' must be str, not %.50O", args[1]);
        mode = sk_str_utf8(args[1]);
        if (!mode.text) return SK_EMPTY;
        if (strlen(mode.text) != mode.len) return sk_raise(sk_exc_ValueError, "embedded null character");
    }
    int buffering = -1;
    if (!sk_is_empty(args[2]) && !sk_as_int(args[2], &buffering)) return SK_EMPTY;
    static const char *const names[] = {"encoding", "errors", "newline"};
    for (int i = 0; i < 3; i++) {
        SkValue v = none_if_empty(args[3 + i]);
        if (!sk_is_none(v) && !sk_is_str(v))
            return sk_raise(sk_exc_TypeError, "open() argument '%s' must be str or None, not %.50O", names[i], v);
    }
    int closefd = sk_is_empty(args[6]) ? 1 : sk_truth(args[6]);
    if (closefd < 0) return SK_EMPTY;
    return sk_io_open(args[0], mode.text ? mode.text : "r", buffering, none_if_empty(args[3]), none_if_empty(args[4]),
                      none_if_empty(args[5]), closefd, none_if_empty(args[7]));
}

static SkValue io_open_code(SkValue module SK_UNUSED, const SkValue *args) {
    if (!sk_is_str(args[0])) return sk_raise(sk_exc_TypeError, "open_code() argument 'path' must be str, not %.50O", args[0]);
    return sk_io_open(args[0], "rb", -1, SK_NONE, SK_NONE, SK_NONE, true, SK_NONE);
}

static SkValue io_text_encoding(SkValue module SK_UNUSED, const SkValue *args, size_t nargs) {
    int level = 2;
    if (!sk_check_nargs("text_encoding", nargs, 1, 2) || (nargs > 1 && !sk_as_int(args[1], &level))) return SK_EMPTY;
    if (!sk_is_none(args[0])) return sk_dup(args[0]);
    if (!sk_io_warn_default(level)) return SK_EMPTY;
    return sk_str_from(sk_config.utf8_mode ? "utf-8" : "locale");
}

// ---- the module ---------------------------------------------------------------------------------------------------------------

static bool make_names(void) {
#define X(n)                                                                                                            \
    sk_io_names.n_##n = sk_intern_s(#n);                                                                                \
    if (sk_is_empty(sk_io_names.n_##n)) return false;
    SK_IO_NAMES(X)
#undef X
    return true;
}

static bool add_unsupported(SkValue m) {
    SkType *known = sk_load_acquire(&sk_io_unsupported);  // PAIR(io-unsupported)
    if (!known) {
        SK_AUTO SkValue name = sk_str_from("UnsupportedOperation");
        SK_AUTO SkValue bases = sk_tuple_pack(2, sk_type_value(sk_exc_OSError), sk_type_value(sk_exc_ValueError));
        SK_AUTO SkValue dict = sk_dict_new();
        SK_AUTO SkValue module = sk_str_from("io");
        if (sk_is_empty(name) || sk_is_empty(bases) || sk_is_empty(dict) || sk_is_empty(module) ||
            !sk_dict_set_s(dict, "__module__", module))
            return false;
        SkValue type = sk_type_new_class(name, bases, dict);
        if (sk_is_empty(type)) return false;
        sk_make_immortal(sk_ptr(type));
        // PAIR(io-unsupported): with sk_io_raise_unsupported
        if (sk_cas_acq_rel(&sk_io_unsupported, &known, sk_as_type(type))) known = sk_as_type(type);
    }
    return sk_module_add(m, "UnsupportedOperation", sk_type_value(known));
}

static bool io_exec(SkValue m) {
    if (!make_names() || !add_unsupported(m)) return false;
    SkType *types[] = {&sk_io_iobase_type, &sk_io_rawiobase_type, &sk_io_bufferediobase_type, &sk_io_textiobase_type,
                       &sk_io_fileio_type, &sk_io_bytesio_type, &sk_io_bytesio_buffer_type, &sk_io_stringio_type,
                       &sk_io_buffered_reader_type, &sk_io_buffered_writer_type, &sk_io_buffered_random_type,
                       &sk_io_rwpair_type, &sk_io_newline_decoder_type, &sk_io_text_type};
    for (size_t i = 0; i < SK_COUNT_OF(types); i++)
        if (!sk_module_add_type(m, types[i])) return false;
    return sk_module_add_int(m, "DEFAULT_BUFFER_SIZE", SK_IO_BUFFER_SIZE) &&
           sk_module_add(m, "BlockingIOError", sk_type_value(sk_exc_BlockingIOError));
}

static const SkMethodDef functions[] = {
    {"open", SK_SIG, .sig_fn = io_open,
     .sig = "(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)",
     .doc = "Opens a file: a stream of text, or of bytes if mode contains 'b'."},
    {"open_code", SK_SIG, .sig_fn = io_open_code, .sig = "(path)", .doc = "Opens a file whose content is to be run."},
    {"text_encoding", SK_FAST, .fast = io_text_encoding, .sig = "(encoding, stacklevel=2, /)",
     .doc = "The encoding that a function with an `encoding` argument should use."},
    {0},
};

const SkModuleDef sk_module__io = {
    .name = "_io",
    .doc = "Streams: raw, buffered and text.",
    .functions = functions,
    .exec = io_exec,
};
