// _ctypes: where the fields of structures and unions lie.
//
// Two rules. GCC's (System V): fields follow one another bit by bit, and a bit field that would cross a boundary of its type begins
// at the next one. Microsoft's: bit fields share a unit only with neighbours whose types have the same size, and begin a new unit
// where they do not fit; this is the rule of packed structures, too. Fields that are no bit fields lie at the same places in both.
#include "modules/dynamic/ffi/_ctypes.h"
#include "objects/error.h"

static uint64_t round_up(uint64_t n, uint64_t unit) { return (n + unit - 1) / unit * unit; }

typedef struct {
    uint64_t bit;    // GCC's rule: the next free bit
    uint64_t end;    // Microsoft's: the end of the last unit, in bytes;
    int left;        // and how many of its bits are free
    int unit_bits;   // 0: it holds no bit fields
} Cursor;

static void place_gcc(Cursor *c, SkCFieldSpec *f, size_t align) {
    uint64_t unit = 8 * align, type_bits = 8 * f->info->size, bits = f->bits < 0 ? type_bits : (uint64_t)f->bits;
    if (f->bits < 0 || c->bit + bits > c->bit / unit * unit + type_bits) c->bit = round_up(c->bit, unit);
    f->offset = c->bit / unit * align;
    f->shift = f->bits < 0 ? 0 : (uint8_t)(c->bit - 8 * f->offset);
    c->bit += bits;
    f->end = (c->bit + 7) / 8;
}

static void place_ms(Cursor *c, SkCFieldSpec *f, size_t align) {
    int type_bits = f->bits < 0 ? 0 : (int)(8 * f->info->size);
    if (f->bits < 0 || c->unit_bits != type_bits || f->bits > c->left) {
        f->offset = round_up(c->end, align);
        c->end = f->offset + f->info->size;
        c->unit_bits = c->left = type_bits;
    } else {
        f->offset = c->end - f->info->size;
    }
    f->shift = f->bits < 0 ? 0 : (uint8_t)(type_bits - c->left);
    c->left -= f->bits < 0 ? 0 : f->bits;
    f->end = c->end;
}

static bool check_bits(const SkCFieldSpec *f) {
    if (f->bits < 0) return true;
    SkCodeKind kind = f->info->kind == SK_C_SIMPLE ? f->info->place.code->kind : SK_CK_OBJECT;
    if (kind > SK_CK_BOOL) return sk_raise_false(sk_exc_TypeError, "bit fields not allowed for type %s", f->type->name);
    return (f->bits > 0 && (size_t)f->bits <= 8 * f->info->size) || sk_raise_false(sk_exc_ValueError, "number of bits invalid for bit field %R", f->name);
}

bool sk_c_lay_out(SkCLayout *layout, SkCFieldSpec *fields, size_t n) {
    size_t size = layout->size, limit = (size_t)INT64_MAX / 8;
    Cursor c = {.bit = 8 * size, .end = size};
    for (size_t i = 0; i < n; i++) {
        SkCFieldSpec *f = &fields[i];
        if (!check_bits(f)) return false;
        size_t align = f->info->align;
        if (layout->pack && layout->pack < align) align = layout->pack;
        if (f->info->size > limit || size > limit - f->info->size - 2 * align) return sk_raise_false(sk_exc_OverflowError, "structure too large");
        if (layout->is_union) c = (Cursor){0};
        if (layout->ms) place_ms(&c, f, align);
        else place_gcc(&c, f, align);
        if (f->bits >= 0 && layout->swapped) f->shift = (uint8_t)(8 * f->info->size - (size_t)f->bits - f->shift);
        if (f->end > size) size = f->end;
        if (align > layout->align) layout->align = align;
    }
    layout->size = size;
    return true;
}
