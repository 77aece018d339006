dna = 'ATGGCCATTGTAATGGGCCGCTGAAAGGGTGCCCGATAG'
comp = dna.translate(str.maketrans('ACGT', 'TGCA'))[::-1]
cod = {a + b + c: 'FFLLSSSSYY**CC*WLLLLPPPPHHQQRRRRIIIMTTTTNNKKSSRRVVVVAAAADDEEGGGG'[16 * i + 4 * j + k] for i, a in enumerate('TCAG') for j, b in enumerate('TCAG') for k, c in enumerate('TCAG')}
prot = ''.join(cod[dna[i:i + 3]] for i in range(0, len(dna) - 2, 3))
print(comp, prot, prot.split('*'), {c: dna.count(c) for c in 'ACGT'}, round((dna.count('G') + dna.count('C')) / len(dna), 4))
def ham(a, b): return sum(x != y for x, y in zip(a, b))
kmers = {}
for i in range(len(dna) - 2): kmers.setdefault(dna[i:i + 3], []).append(i)
print(ham('GAGCC', 'CATCG'), max(kmers.items(), key=lambda kv: (len(kv[1]), kv[0])), len(kmers))

# expect: CTATCGGGCACCCTTTCAGCGGCCCATTACAATGGCCAT MAIVMGR*KGAR* ['MAIVMGR', 'KGAR', ''] {'A': 9, 'C': 8, 'G': 14, 'T': 8} 0.5641
# expect: 3 ('GCC', [3, 16, 30]) 30
