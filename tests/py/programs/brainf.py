def bf(src, inp=''):
    st, jump = [], {}
    for i, c in enumerate(src):
        if c == '[': st.append(i)
        elif c == ']': j = st.pop(); jump[i], jump[j] = j, i
    mem, p, i, out, inp = [0] * 100, 0, 0, [], iter(inp)
    while i < len(src):
        match src[i]:
            case '>': p += 1
            case '<': p -= 1
            case '+': mem[p] = (mem[p] + 1) % 256
            case '-': mem[p] = (mem[p] - 1) % 256
            case '.': out.append(chr(mem[p]))
            case ',': mem[p] = ord(next(inp, '\0'))
            case '[' if not mem[p]: i = jump[i]
            case ']' if mem[p]: i = jump[i]
        i += 1
    return ''.join(out)
print(bf('++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+.'))
print(bf(',[.,]', 'echo'), bf('++>+++[<+>-]<.') == chr(5))

# expect: Hello World!
# expect: echo True
