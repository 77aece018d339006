import threading, queue
text = ['the cat sat', 'the dog ran', 'a cat ran', 'the end'] * 25
q = queue.Queue(); [q.put(l) for l in text]
parts = []; lk = threading.Lock()
def mapper():
    c = {}
    while True:
        try: l = q.get_nowait()
        except queue.Empty: break
        for w in l.split(): c[w] = c.get(w, 0) + 1
    with lk: parts.append(c)
ts = [threading.Thread(target=mapper) for _ in range(4)]
[t.start() for t in ts]; [t.join() for t in ts]
tot = {}
for p in parts:
    for w, n in p.items(): tot[w] = tot.get(w, 0) + n
print(sorted(tot.items()), len(parts))

# expect: [('a', 25), ('cat', 50), ('dog', 25), ('end', 25), ('ran', 50), ('sat', 25), ('the', 75)] 4
