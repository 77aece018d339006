// _curses: constants.
#include "modules/dynamic/curses/_curses.h"

#include <stdio.h>

#include "objects/module.h"

typedef struct {
    const char *name;
    int64_t value;
} Constant;
#define C(name) {#name, (int64_t)(name)}
#define BUTTON(n) C(BUTTON##n##_PRESSED), C(BUTTON##n##_RELEASED), C(BUTTON##n##_CLICKED), C(BUTTON##n##_DOUBLE_CLICKED), C(BUTTON##n##_TRIPLE_CLICKED)

static const Constant constants[] = {
    C(ERR), C(OK), C(A_ATTRIBUTES), C(A_NORMAL), C(A_STANDOUT), C(A_UNDERLINE), C(A_REVERSE), C(A_BLINK), C(A_DIM), C(A_BOLD), C(A_ALTCHARSET),
    C(A_INVIS), C(A_PROTECT), C(A_CHARTEXT), C(A_COLOR), C(A_HORIZONTAL), C(A_LEFT), C(A_LOW), C(A_RIGHT), C(A_TOP), C(A_VERTICAL), C(A_ITALIC),
    C(COLOR_BLACK), C(COLOR_RED), C(COLOR_GREEN), C(COLOR_YELLOW), C(COLOR_BLUE), C(COLOR_MAGENTA), C(COLOR_CYAN), C(COLOR_WHITE),
    BUTTON(1), BUTTON(2), BUTTON(3), BUTTON(4), BUTTON(5), C(BUTTON_SHIFT), C(BUTTON_CTRL), C(BUTTON_ALT), C(ALL_MOUSE_EVENTS),
    C(REPORT_MOUSE_POSITION), C(KEY_MIN), C(KEY_MAX), C(KEY_BREAK), C(KEY_DOWN), C(KEY_UP), C(KEY_LEFT), C(KEY_RIGHT), C(KEY_HOME),
    C(KEY_BACKSPACE), C(KEY_DL), C(KEY_IL), C(KEY_DC), C(KEY_IC), C(KEY_EIC), C(KEY_CLEAR), C(KEY_EOS), C(KEY_EOL), C(KEY_SF), C(KEY_SR),
    C(KEY_NPAGE), C(KEY_PPAGE), C(KEY_STAB), C(KEY_CTAB), C(KEY_CATAB), C(KEY_ENTER), C(KEY_SRESET), C(KEY_RESET), C(KEY_PRINT), C(KEY_LL),
    C(KEY_A1), C(KEY_A3), C(KEY_B2), C(KEY_C1), C(KEY_C3), C(KEY_BTAB), C(KEY_BEG), C(KEY_CANCEL), C(KEY_CLOSE), C(KEY_COMMAND), C(KEY_COPY),
    C(KEY_CREATE), C(KEY_END), C(KEY_EXIT), C(KEY_FIND), C(KEY_HELP), C(KEY_MARK), C(KEY_MESSAGE), C(KEY_MOVE), C(KEY_NEXT), C(KEY_OPEN),
    C(KEY_OPTIONS), C(KEY_PREVIOUS), C(KEY_REDO), C(KEY_REFERENCE), C(KEY_REFRESH), C(KEY_REPLACE), C(KEY_RESTART), C(KEY_RESUME), C(KEY_SAVE),
    C(KEY_SBEG), C(KEY_SCANCEL), C(KEY_SCOMMAND), C(KEY_SCOPY), C(KEY_SCREATE), C(KEY_SDC), C(KEY_SDL), C(KEY_SELECT), C(KEY_SEND),
    C(KEY_SEOL), C(KEY_SEXIT), C(KEY_SFIND), C(KEY_SHELP), C(KEY_SHOME), C(KEY_SIC), C(KEY_SLEFT), C(KEY_SMESSAGE), C(KEY_SMOVE),
    C(KEY_SNEXT), C(KEY_SOPTIONS), C(KEY_SPREVIOUS), C(KEY_SPRINT), C(KEY_SREDO), C(KEY_SREPLACE), C(KEY_SRIGHT), C(KEY_SRSUME), C(KEY_SSAVE),
    C(KEY_SSUSPEND), C(KEY_SUNDO), C(KEY_SUSPEND), C(KEY_UNDO), C(KEY_MOUSE), C(KEY_RESIZE),
};

bool sk_curses_add_constants(SkValue m) {
    for (size_t i = 0; i < sizeof constants / sizeof *constants; i++)
        if (!sk_module_add_int(m, constants[i].name, constants[i].value)) return false;
    for (int i = 0; i < 64; i++) {
        char name[8];
        snprintf(name, sizeof name, "KEY_F%d", i);
        if (!sk_module_add_int(m, name, KEY_F(i))) return false;
    }
    return true;
}

bool sk_curses_add_screen_constants(SkValue m) {
    const Constant drawing[] = {
        C(ACS_ULCORNER), C(ACS_LLCORNER), C(ACS_URCORNER), C(ACS_LRCORNER), C(ACS_LTEE), C(ACS_RTEE), C(ACS_BTEE), C(ACS_TTEE), C(ACS_HLINE),
        C(ACS_VLINE), C(ACS_PLUS), C(ACS_S1), C(ACS_S3), C(ACS_S7), C(ACS_S9), C(ACS_DIAMOND), C(ACS_CKBOARD), C(ACS_DEGREE), C(ACS_PLMINUS),
        C(ACS_BULLET), C(ACS_LARROW), C(ACS_RARROW), C(ACS_DARROW), C(ACS_UARROW), C(ACS_BOARD), C(ACS_LANTERN), C(ACS_BLOCK), C(ACS_LEQUAL),
        C(ACS_GEQUAL), C(ACS_PI), C(ACS_NEQUAL), C(ACS_STERLING), C(ACS_BSSB), C(ACS_SSBB), C(ACS_BBSS), C(ACS_SBBS), C(ACS_SBSS), C(ACS_SSSB),
        C(ACS_SSBS), C(ACS_BSSS), C(ACS_BSBS), C(ACS_SBSB), C(ACS_SSSS),
    };
    for (size_t i = 0; i < sizeof drawing / sizeof *drawing; i++)
        if (!sk_module_add_int(m, drawing[i].name, drawing[i].value)) return false;
    return true;
}
