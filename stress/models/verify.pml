/* verify.pml: the cycle collector's freeze-and-verify, with borrowed registers and weak references.
 *
 * Objects 1 and 2 with one field each, a container d that is SHARED and never part of the suspects; NM mutators with two
 * registers, each counted or borrowed. Both objects are born owned by mutator 0. The start is any heap; the collector
 * suspects both objects. `loc` is the owner's local count; the shared count is the references minus it. An object with
 * no reference, no pin and no borrow may die at any moment (sharing.pml has the exact rules): suspects are pinned, so
 * here none does.
 *
 * Every statement outside atomic{} is one access to shared memory; memory is sequentially consistent.
 *
 * Labels
 *   V-PIN      a suspect is pinned; one without references is none
 *   V-REVOKE   owner=NONE, then a grace period (GP1), then the local count is merged
 *   V-CAND     the merge sets CAND; every later decrement clears it in the same RMW (I5). Increments may
 *              keep it (INC_KEEPS), for the check compares the counts as well
 *   V-LCAND    LCAND is set in the lock byte if the lock is free; whoever takes the lock clears it in the same CAS (I6)
 *   V-MOVE     no reference is moved out of a field without the lock
 *   V-SCAN     then edges and counts are read, in any order
 *   V-GP2      then a grace period, then the check: both flags still there, count unchanged (I8)
 *   V-PRUNE    to the fixpoint: keep what has exactly the references that kept objects hold
 *   V-CONVERT  a report converts live borrows (I13)
 *   V-DESC     a descriptor PENDING is put into the weak references' controls before GP2; upgrading a weak reference
 *              reads it within a section: PENDING becomes ABORTED, COMMITTED gives None
 *   V-COMMIT   condemning is a CAS PENDING to COMMITTED; if that fails the component lives, and what it points to
 *   V-FIRST    an object's first weak reference clears CAND (or else a descriptor would have to be there)
 *
 * Properties: what is condemned is in no register, counted or borrowed, in no operation under way, in no field outside
 *   the condemned; I9 no weak reference gives it out.
 *
 * small: -DNM=1 -DOPS=3 -DCYCLE
 * full: -DNM=1 -DOPS=4
 * full: -DNM=1 -DOPS=4 -DCYCLE -DINC_KEEPS
 * full: -DNM=2 -DOPS=2 -DCYCLE -DINC_KEEPS
 * full: -DNM=1 -DOPS=3 -DCYCLE -DALLOPS
 * full: -DNM=2 -DOPS=2 -DCYCLE
 * NM mutators, each of OPS operations beside its reports; CYCLE starts from 1 -> 2 -> 1 with at most
 * one register used instead of from any heap; ALLOPS adds copies and
 * moves of an object into its own field; INC_KEEPS: increments do not clear CAND.
 *
 * -D switch        what it drops
 *   VACUOUS        claims that nothing is ever condemned (refuted: the model is not empty)
 *   NO_GP1         V-REVOKE: no grace period between owner=NONE and the merge
 *   NO_REVOKE      V-REVOKE: merges only, the owner goes on counting
 *   NO_CLEAR       V-CAND: count operations do not clear CAND
 *   NO_LCAND       V-LCAND: taking the lock does not clear LCAND
 *   LOCK_UNSEEN    V-LCAND: a held lock does not keep LCAND from being set
 *   MOVE_UNLOCKED  V-MOVE
 *   NO_GP2         V-GP2
 *   GP_FIRST       V-GP2: the grace period lies before the scan
 *   NO_PRUNE       V-PRUNE: one pass instead of the fixpoint
 *   NO_CONVERT     V-CONVERT
 *   NO_ABORT       V-DESC: upgrading ignores PENDING
 *   DESC_LATE      V-DESC: the descriptor is put in place after GP2
 *   NO_COMMIT      V-COMMIT: COMMITTED is stored whatever the descriptor says
 *   ABORT_ONE      V-COMMIT: an abort saves object 1 alone, not what it points to
 *   FIRST_KEEPS    V-FIRST
 */
#ifndef NM
#define NM 1
#endif
#ifndef OPS
#define OPS 4
#endif
#define PENDING 1
#define COMMITTED 2
#define ABORTED 3
byte slot[3], d, reg[2 * NM], tmp[NM], infl[NM], loc[3]; bool bor[2 * NM];
bool biased[3], cand[3], lcand[3], lckd[3], in[3], cond[3], weak, flagged, done, need[NM]; byte K;
hidden byte I9, condemned_but_used, something_condemned;

#define REGS(x) (reg[0] == x && !bor[0]) + (reg[1] == x && !bor[1]) + (tmp[0] == x)
#define USED0(x) (reg[0] == x || reg[1] == x || tmp[0] == x)
#if NM > 1
#define REGS1(x) (reg[2] == x && !bor[2]) + (reg[3] == x && !bor[3]) + (tmp[1] == x)
#define USED(x) (USED0(x) || reg[2] == x || reg[3] == x || tmp[1] == x)
#define ASKED (need[0] || need[1])
#else
#define REGS1(x) 0
#define USED(x) USED0(x)
#define ASKED need[0]
#endif
#define REFS(x) (REGS(x) + REGS1(x) + (slot[1] == x) + (slot[2] == x) + (d == x))
#define SH(x) (REFS(x) - loc[x])
#define OK(x) (in[x] && (!flagged || (cand[x] && lcand[x])))
#define HOPE (!done && (OK(1) || OK(2)))
#define A reg[a]
#define B reg[b]
#define MUST(c, name) if :: !(c) -> assert(name) :: else fi
#define MINE(x) (me == 0 && biased[x])

#if defined(NO_CLEAR) || defined(CLEAR_LATE)
#define CLEAR(x) skip
#else
#define CLEAR(x) cand[x] = false
#endif
#ifdef CLEAR_LATE
#define LATE(x) cand[x] = false
#else
#define LATE(x) skip
#endif
#ifdef INC_KEEPS
#define CLEARINC(x) skip
#else
#define CLEARINC(x) CLEAR(x)
#endif
#ifdef NO_LCAND
#define CLEARLOCK(x) skip
#else
#define CLEARLOCK(x) lcand[x] = false
#endif
#ifdef NO_CONVERT
#define CONVERTED true
#else
#define CONVERTED (!bor[2 * me] && !bor[2 * me + 1])
#endif

#ifdef FIRST_KEEPS
#define CLEARFIRST skip
#else
#define CLEARFIRST cand[1] = false
#endif
#ifdef NO_ABORT
#define ABORT skip
#else
#define ABORT if :: K == PENDING -> K = ABORTED :: else fi
#endif

/* the owner's plain store; reaching zero it merges */
inline mine(x, delta) { loc[x] = loc[x] + delta; if :: loc[x] == 0 && biased[x] -> biased[x] = false; cand[x] = false :: else fi }

proctype Mut(byte me) {
  byte a, b, x, ops; bool own;
end:
  do
  :: atomic { HOPE && need[me] && CONVERTED -> need[me] = false }    /* quiescent report */
  :: atomic { HOPE && need[me] && ops == OPS && !CONVERTED ->
       a = 2 * me; do :: a < 2 * me + 2 -> if :: bor[a] -> reg[a] = 0; bor[a] = false :: else fi; a++ :: else -> a = 0; break od }
  :: atomic { HOPE && ops < OPS -> ops++;
       if :: a = 2 * me; b = 2 * me + 1 :: a = 2 * me + 1; b = 2 * me fi;
       if
       :: A && !B && slot[A] -> B = slot[A]; bor[b] = true; x = 0                        /* borrow a.f */
       :: !A && d -> A = d; bor[a] = true; x = 0                                         /* borrow d */
       :: A && bor[a] && slot[A] -> A = slot[A]; x = 0                                   /* a = a.f, borrowed */
       :: A && bor[a] -> A = 0; bor[a] = false; x = 0
       :: A && bor[a] -> x = 1; own = MINE(A)                                            /* convert */
       :: A && !bor[a] -> tmp[me] = A; A = 0; x = 2                                      /* drop */
       :: A && B && !bor[b] -> tmp[me] = slot[A]; slot[A] = B; B = 0; x = 2              /* a.f = b, moved */
       :: A && !bor[a] -> tmp[me] = d; d = A; A = 0; x = 2                               /* put d */
       :: !A && d -> A = d; d = 0; x = 0                                                 /* take d */
       :: A && !B && slot[A] && !lckd[A] -> lckd[A] = true; CLEARLOCK(A); x = 3           /* pop */
#ifdef MOVE_UNLOCKED
       :: A && !B && slot[A] -> B = slot[A]; slot[A] = 0; x = 0
#endif
#ifdef ALLOPS
       :: A && !B && bor[a] -> B = A; bor[b] = true; x = 0
       :: A && !B && !bor[a] -> x = 5; own = MINE(A)                                     /* copy, counted */
       :: A && !bor[a] -> tmp[me] = slot[A]; slot[A] = A; A = 0; x = 2                   /* a.f = a, moved */
#endif
       :: A == 1 && !weak -> weak = true; CLEARFIRST; x = 0                                  /* first weak reference */
       :: !A && weak && K != COMMITTED -> infl[me] = 1; ABORT; x = 4                     /* upgrade */
       :: else -> x = 0
       fi };
     if
     :: x == 0
     :: x == 1 ->
        if :: atomic { own -> mine(A, 1); bor[a] = false }
           :: !own -> atomic { CLEARINC(A); bor[a] = false }; LATE(A)
        fi
     :: x == 2 ->
        if :: atomic { tmp[me] && MINE(tmp[me]) -> own = true }; atomic { x = tmp[me]; tmp[me] = 0; mine(x, -1) }
           :: atomic { tmp[me] && !MINE(tmp[me]) -> own = false }; atomic { x = tmp[me]; tmp[me] = 0; CLEAR(x) }; LATE(x)
           :: !tmp[me]
        fi
     :: x == 3 ->
        atomic { B = slot[A]; bor[b] = false; slot[A] = 0 };
        lckd[A] = false
     :: x == 4 ->
        atomic { own = MINE(1) };
        if :: atomic { own -> mine(1, 1); A = 1; bor[a] = false; infl[me] = 0 }
           :: !own -> atomic { if :: REFS(1) > 0 || in[1] -> MUST(!cond[1], I9); A = 1; bor[a] = false; CLEARINC(1) :: else fi; infl[me] = 0 }; LATE(1)
        fi
     :: x == 5 ->
        if :: atomic { own -> mine(A, 1); B = A; bor[b] = false }
           :: !own -> atomic { B = A; bor[b] = false; CLEARINC(A) }; LATE(A)
        fi
     fi;
     atomic { a = 0; b = 0; x = 0; own = false }
  od
}

inline gp() {
  atomic { need[0] = true;
#if NM > 1
    need[1] = true
#endif
  };
  if :: !ASKED :: !HOPE fi
}
#define EACH x = 1; do :: x <= 2 ->
#define NEXT x++ :: else -> x = 0; break od

proctype Collector() {
  byte x, k; byte e[3], R[3]; bool ch;
#ifndef NO_REVOKE
  atomic { biased[1] = false; biased[2] = false };
#endif
#ifndef NO_GP1
  gp();
#endif
  EACH atomic { loc[x] = 0; cand[x] = true }; NEXT;
  EACH atomic {
#ifndef LOCK_UNSEEN
      if :: lckd[x] -> in[x] = false :: else -> lcand[x] = true fi
#else
      lcand[x] = true
#endif
    }; NEXT;
  flagged = true;
#ifdef GP_FIRST
  gp();
#endif
  if
  :: EACH e[x] = slot[x]; NEXT; EACH R[x] = SH(x); NEXT
  :: EACH R[x] = SH(x); NEXT; EACH e[x] = slot[x]; NEXT
  :: EACH R[3 - x] = SH(3 - x); e[3 - x] = slot[3 - x]; NEXT
  fi;
#ifndef DESC_LATE
  atomic { if :: weak -> K = PENDING :: else fi };
#endif
#if !defined(NO_GP2) && !defined(GP_FIRST)
  gp();
#endif
#ifdef DESC_LATE
  atomic { if :: weak -> K = PENDING :: else fi };
#endif
  EACH atomic { if :: in[x] && cand[x] && lcand[x] && SH(x) == R[x] :: else -> in[x] = false fi }; NEXT;
  atomic {
    do
    :: ch = false;
       EACH
         if :: in[x] -> k = (in[1] && e[1] == x) + (in[2] && e[2] == x); if :: R[x] != k -> in[x] = false; ch = true :: else fi
            :: else fi;
       NEXT;
#ifdef NO_PRUNE
       break
#else
       if :: !ch -> break :: else fi
#endif
    od;
    if :: !in[1] && !in[2] -> done = true; goto end :: else fi };
  atomic {
    if
    :: in[1] && K == ABORTED ->
#ifdef NO_COMMIT
       K = COMMITTED
#else
       in[1] = false;
#ifndef ABORT_ONE
       if :: e[1] == 2 -> in[2] = false :: else fi;
       if :: e[2] == 1 -> in[2] = false :: else fi
#endif
#endif
    :: in[1] && K == PENDING -> K = COMMITTED
    :: else
    fi;
    EACH if :: in[x] ->
#ifdef VACUOUS
         assert(something_condemned);
#endif
         cond[x] = true; MUST(x != 1 || !weak || K == COMMITTED, I9); MUST(!USED(x) && d != x, condemned_but_used);
         MUST(in[3 - x] || slot[3 - x] != x, condemned_but_used) :: else fi; NEXT };
end:
  done = true
}

init {
  byte i;
  atomic {
#ifdef CYCLE
    slot[1] = 2; slot[2] = 1;
#else
    i = 1; do :: i <= 2 -> if :: slot[i] = 0 :: slot[i] = 1 :: slot[i] = 2 fi; i++ :: else -> break od;
#endif
    if :: d = 0 :: d = 1 :: d = 2 fi;
#ifdef CYCLE
    if :: reg[0] = 0 :: reg[0] = 1 :: reg[0] = 2 fi;
#else
    i = 0; do :: i < 2 * NM -> if :: reg[i] = 0 :: reg[i] = 1 :: reg[i] = 2 fi; i++ :: else -> break od;
#endif
    if :: weak = true :: weak = false fi;
    if :: REFS(1) > 0 && REFS(2) > 0 :: else -> goto end fi;
    i = 1; do :: i <= 2 -> in[i] = true; loc[i] = REFS(i); biased[i] = true; i++ :: else -> break od;
    i = 0; do :: i < NM -> run Mut(i); i++ :: else -> break od;
    run Collector(); i = 0
  };
end:
  skip
}
