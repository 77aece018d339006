/* finalize.pml: finalizers of condemned objects, resurrection, verifying again.
 *
 * Objects 1 and 2 form a component that verify.pml has just condemned: no reference from outside, weak references
 * already without effect, both pinned, no owner. The finalizer thread calls the finalizer of object 1, which may
 * store either object in the SHARED container d, cut or redirect a field, and make a new weak reference to 1. One other
 * mutator with two registers sees what comes to light in d. Then the collector verifies again and clears what failed
 * to come back. An object without a reference does not die here: it is pinned.
 *
 * Every statement outside atomic{} is one access to shared memory; memory is sequentially consistent.
 *
 * Labels
 *   F-AGAIN    a component with a finalizer is verified again after the call; only what is condemned twice is cleared
 *   F-FRESH    with CAND and LCAND set anew, and a new scan and grace period
 *   F-COMP     the whole component is verified, not the objects with a finalizer alone
 *   F-KEEP     what survives keeps what it points to
 *   F-WEAK     weak references made by the finalizer get a descriptor of their own before the grace period
 *   F-ARG      the finalizer's own reference is given back before the flags are set
 *
 * Properties: what is cleared is in no register, no field outside the cleared, and no weak reference gives it out.
 *
 * small: -DOPS=3
 * full: -DOPS=5
 * OPS operations of the mutator beside its reports.
 *
 * -D switch        what it drops
 *   VACUOUS        claims that nothing is ever cleared (refuted: the model is not empty)
 *   SAVES_NONE     claims that nothing ever comes back (refuted too)
 *   NO_AGAIN       F-AGAIN: clears at once after the finalizer
 *   STALE_FLAGS    F-FRESH: no flags, counts and edges alone are compared
 *   NO_GP          F-FRESH: no new grace period
 *   ONE_ONLY       F-COMP: object 2, without a finalizer, is cleared unseen
 *   NO_KEEP        F-KEEP: one pass instead of the fixpoint
 *   NO_DESC        F-WEAK
 *   NO_CONVERT     the mutator reports with borrows
 */
#ifndef OPS
#define OPS 3
#endif
#define PENDING 1
#define COMMITTED 2
#define ABORTED 3
byte slot[3], d, reg[2], tmp, arg, infl, K; bool bor[2];
bool cand[3], lcand[3], lckd[3], in[3], cleared[3], weak, need, done;
hidden byte I9, cleared_but_used, something_cleared, something_saved;

#define MUST(c, name) if :: !(c) -> assert(name) :: else fi
#define REFS(x) ((reg[0] == x && !bor[0]) + (reg[1] == x && !bor[1]) + (tmp == x) + (arg == x) + (slot[1] == x) + (slot[2] == x) + (d == x))
#define USED(x) (reg[0] == x || reg[1] == x || tmp == x || arg == x || d == x)
#define A reg[a]
#define B reg[b]
#ifdef NO_CONVERT
#define CONVERTED true
#else
#define CONVERTED (!bor[0] && !bor[1])
#endif

proctype Mut() {
  byte a, b, x, ops;
end:
  do
  :: atomic { !done && need && CONVERTED -> need = false }
  :: atomic { !done && need && ops == OPS && !CONVERTED ->
       if :: bor[0] -> bor[0] = false; reg[0] = 0 :: else fi; if :: bor[1] -> bor[1] = false; reg[1] = 0 :: else fi }
  :: atomic { !done && ops < OPS && (d || reg[0] || reg[1] || weak) -> ops++;
       if :: b = 1 :: a = 1 fi;
       if
       :: !A && d -> A = d; bor[a] = true; x = 0                                         /* borrow d */
       :: A && !B && slot[A] -> B = slot[A]; bor[b] = true; x = 0                        /* borrow a.f */
       :: A && bor[a] -> A = 0; bor[a] = false; x = 0
       :: A && bor[a] -> cand[A] = false; bor[a] = false; x = 0                          /* convert */
       :: A && !bor[a] -> tmp = A; A = 0; x = 1                                          /* drop */
       :: A && B && !bor[b] -> tmp = slot[A]; slot[A] = B; B = 0; x = 1                  /* a.f = b */
       :: A && !bor[a] -> tmp = d; d = A; A = 0; x = 1                                   /* put d */
       :: !A && d -> A = d; d = 0; x = 0                                                 /* take d */
       :: A && !B && slot[A] && !lckd[A] -> lckd[A] = true; lcand[A] = false; x = 2      /* pop */
       :: !A && weak && K != COMMITTED -> infl = 1; x = 3; if :: K == PENDING -> K = ABORTED :: else fi
       :: else -> x = 0
       fi };
     if
     :: x == 0
     :: x == 1 -> atomic { if :: tmp -> cand[tmp] = false; tmp = 0 :: else fi }
     :: x == 2 -> atomic { B = slot[A]; bor[b] = false; slot[A] = 0 }; lckd[A] = false
     :: x == 3 -> atomic { MUST(!cleared[1], I9); infl = 0; A = 1; bor[a] = false; cand[1] = false }
     fi;
     atomic { a = 0; b = 0; x = 0 }
  od
}

#define EACH x = 1; do :: x <= 2 ->
#define NEXT x++ :: else -> x = 0; break od
#define GP need = true; !need

proctype Finalizer() {
  byte x, k; byte e[3], R[3]; bool ch;
  arg = 1;
  do                                                                                     /* __del__(1) */
  :: atomic { k < 2 && !d -> k++; d = 1; cand[1] = false }
  :: atomic { k < 2 && !d && slot[1] -> k++; d = slot[1]; cand[d] = false }
  :: atomic { k < 2 && slot[1] -> k++; cand[slot[1]] = false; slot[1] = 0 }
  :: atomic { k < 2 && slot[1] == 2 && slot[2] != 2 -> k++; if :: slot[2] -> cand[slot[2]] = false :: else fi; slot[2] = 2; cand[2] = false }
  :: atomic { k < 2 && !weak -> k++; weak = true; cand[1] = false }
  :: atomic { k = 0; break }
  od;
  atomic { arg = 0; cand[1] = false };                                                   /* F-ARG */
#ifdef NO_AGAIN
  goto verdict;
#endif
#ifndef STALE_FLAGS
  EACH cand[x] = true; NEXT;                                                             /* F-FRESH */
  EACH atomic { if :: lckd[x] -> in[x] = false :: else -> lcand[x] = true fi }; NEXT;
#endif
  if
  :: EACH e[x] = slot[x]; NEXT; EACH R[x] = REFS(x); NEXT
  :: EACH R[x] = REFS(x); NEXT; EACH e[x] = slot[x]; NEXT
  fi;
#ifndef NO_DESC
  atomic { if :: weak -> K = PENDING :: else fi };                                       /* F-WEAK */
#endif
#ifndef NO_GP
  GP;
#endif
#ifdef STALE_FLAGS
  EACH atomic { if :: in[x] && REFS(x) == R[x] :: else -> in[x] = false fi }; NEXT;
#else
  EACH atomic { if :: in[x] && cand[x] && lcand[x] && REFS(x) == R[x] :: else -> in[x] = false fi }; NEXT;
#endif
#ifdef ONE_ONLY
  in[2] = true;
#else
  atomic {
    do
    :: ch = false;
       EACH
         if :: in[x] -> k = (in[1] && e[1] == x) + (in[2] && e[2] == x); if :: R[x] != k -> in[x] = false; ch = true :: else fi
            :: else fi;
       NEXT;
#ifdef NO_KEEP
       break
#else
       if :: !ch -> break :: else fi
#endif
    od };
#endif
  atomic {
    if
    :: in[1] && K == ABORTED -> in[1] = false; if :: e[1] == 2 || e[2] == 1 -> in[2] = false :: else fi
    :: in[1] && K == PENDING -> K = COMMITTED
    :: else
    fi };
verdict:
#ifdef SAVES_NONE
  MUST(in[1] && in[2], something_saved);
#endif
  atomic {
    EACH if :: in[x] ->
#ifdef VACUOUS
         assert(something_cleared);
#endif
         MUST(!USED(x), cleared_but_used); MUST(in[3 - x] || slot[3 - x] != x, cleared_but_used);
         MUST(x != 1 || !weak || K == COMMITTED, I9); cleared[x] = true :: else fi; NEXT };
end:
  done = true
}

init {
  atomic {
    slot[1] = 2; in[1] = true; in[2] = true;
    cand[1] = true; cand[2] = true; lcand[1] = true; lcand[2] = true;
    if :: slot[2] = 1 :: slot[1] = 1; slot[2] = 1 :: slot[1] = 0; slot[2] = 2 fi;
    run Mut(); run Finalizer()
  }
}
