/* nested.pml: borrowing through a container that is itself only borrowed; blocking, detaching and exit with borrows.
 *
 * A root container d, SHARED and alive for ever; an inner container c (owner: thread 0), which d's slot may hold; an
 * object x, which c's slot may hold. Each thread has one counted and one borrowed register for c, and the same for x.
 * Counts are merged and changed by RMW (counting.pml and sharing.pml have the biased part). Each object has an agent
 * that runs its zero list.
 *
 * Every statement outside atomic{} is one access to shared memory; memory is sequentially consistent.
 *
 * Labels (those of sharing.pml hold too)
 *   N-SHARED   a foreign thread sets SHARED on c under c's lock before it reads in it, however it got at c
 *   N-FLAG     what is removed from c is flagged when c is SHARED, also by a thread that only borrows c
 *   N-CONVERT  a report converts every live borrow: the container and what was loaded through it, each for itself
 *   N-DETACH   a detached thread counts as quiescent, so it converts before it detaches
 *   N-BLOCK    waiting for the lock of a borrowed object is a detach: the object itself is converted first
 *   N-RESULT   a thread's result is counted when it leaves the thread
 *   N-EXIT     the other borrows of an exiting thread are dropped, without a write, before it goes
 *   N-FREE     without weak references and collections the memory of what died is free at once, also after a zero list
 *   N-HEIR     a SHARED container that dies at once flags its values; one that died through the zero list need not:
 *              its grace period covers whatever was loaded through it (LAZY_HEIR below; a shared tree of any depth
 *              then dies in one grace period)
 *
 * Properties: I1 counts equal the references. I2 dies once, without a reference. I3 not DEAD while borrowed, not
 *   freed while anybody could touch it. No zero is lost.
 *
 * small: -DNO_STORE
 * small: -DNO_STORE -DLAZY_HEIR
 * full:
 * full: -DLAZY_HEIR
 * NO_STORE: c and x, once taken out, are not put back; LAZY_HEIR: see N-HEIR, without it every dying SHARED container
 * flags; BOTH: only the start where both threads hold c counted; NO_BLOCK, NO_AWAY: no waiting for c's lock, no detaching.
 *
 * -D switch         what it drops
 *   NO_SHARED       N-SHARED: c is taken for SHARED because d is, without saying so on c
 *   NO_FLAG         N-FLAG
 *   NO_CONVERT_C    N-CONVERT for the container
 *   NO_CONVERT_X    N-CONVERT for what was loaded through it ("c keeps it alive")
 *   NO_DETACH       N-DETACH
 *   NO_BLOCK_COUNT  N-BLOCK
 *   NO_RESULT       N-RESULT
 *   NO_EXIT_DROP    N-EXIT
 *   NO_HEIR         [-DNO_STORE -DBOTH] N-HEIR: nobody flags the values of a dying container
 *   NO_WAIT         the zero list does not wait for a grace period
 */
#define C 0
#define X 1
byte cnt[2]; bool SH[2], LISTED[2], CAND[2], dead[2], freed[2], z[2], need0[2], need1[2];
bool dslot, cslot, cs; byte lk;      /* slots of d and c; c SHARED; who holds c's lock, plus one */
bool u[4], b[4];                     /* register of thread t for object o: index 2*t+o */
bool in[2], res, busy[4];            /* thread inside c between two accesses; a thread's result cell holds x */
byte held;                           /* references to x in a cascade's hand */
bool away[2];                        /* detached or exited */
hidden byte I1, I2, I3, lost_zero, listed_twice;

#define MUST(c, name) if :: !(c) -> assert(name) :: else fi
#define REFC (u[0] + u[2] + dslot)
#define REFX (u[1] + u[3] + cslot + res + held)
#define uc u[2 * me]
#define bc b[2 * me]
#define ux u[2 * me + 1]
#define bx b[2 * me + 1]
#define HASC (uc || bc)
#define OWNER (me == 0)
#define BORROWED(o) (b[o] || b[2 + (o)])
#define ASKED (need0[C] || need0[X] || need1[C] || need1[X])

#ifdef NO_CONVERT_C
#define DONE_C true
#else
#define DONE_C !bc
#endif
#ifdef NO_CONVERT_X
#define DONE_X true
#else
#define DONE_X !bx
#endif
#ifdef NO_DETACH
#define MAYGO true
#else
#define MAYGO (!bc && !bx)
#endif
#ifdef NO_BLOCK_COUNT
#define MAYWAIT HASC
#else
#define MAYWAIT (uc && !bc && !bx)
#endif
#ifdef NO_SHARED
#define SETSHARED skip
#define SEEN (cs || !OWNER)
#else
#define SETSHARED if :: !OWNER -> cs = true :: else fi
#define SEEN cs
#endif

inline kill(o) { MUST(!dead[o], I2); dead[o] = true }
inline release(o) { atomic { MUST(!freed[o] && !BORROWED(o), I3); MUST(o == X || !in[0] && !in[1], I3); freed[o] = true } }
inline up(o) { MUST(!dead[o] && !freed[o], I2); cnt[o]++; CAND[o] = false }
/* one RMW; k says what is left to do: 1 push to the zero list, 2 dead */
inline down(o) {
  MUST(!dead[o] && !freed[o], I2); cnt[o]--;
  if
  :: cnt[o] > 0 -> CAND[o] = false
  :: cnt[o] == 0 && LISTED[o] -> CAND[o] = false
  :: cnt[o] == 0 && !LISTED[o] && SH[o] -> LISTED[o] = true; CAND[o] = true; k = 1
  :: cnt[o] == 0 && !LISTED[o] && !SH[o] -> kill(o); k = 2
  fi
}
inline after_x() {
  if
  :: atomic { k == 1 -> k = 0; MUST(!z[X], listed_twice); z[X] = true }
  :: atomic { k == 2 -> k = 0; release(X) }
  :: k == 0
  fi
}
/* c is DEAD: let go of its value; flag says whether N-HEIR applies */
inline clear_c(flag) {
  if
  :: atomic { cslot -> cslot = false; held++ };
#ifndef NO_HEIR
     if :: atomic { cs && flag -> SH[X] = true } :: else fi;
#endif
     atomic { held--; down(X) };
     after_x()
  :: !cslot
  fi
}
inline after_c() {
  if
  :: atomic { k == 1 -> k = 0; MUST(!z[C], listed_twice); z[C] = true }
  :: atomic { k == 2 -> k = 0 };
     clear_c(true);
     release(C)
  :: k == 0
  fi
}

inline gone() { away[me] = true; if :: me == 0 -> need0[C] = false; need0[X] = false :: else -> need1[C] = false; need1[X] = false fi }

proctype Thread(byte me) {
  byte k; bool v;
idle:
end:
  do
  :: atomic { dslot && !bc -> bc = true }                                      /* load c from d: borrow */
  :: atomic { bc && !uc -> up(C); uc = true; bc = false }                      /* convert */
  :: atomic { bc -> bc = false }
  :: atomic { uc -> busy[me] = true; uc = false; down(C) }; after_c(); busy[me] = false
#ifndef NO_STORE
  :: atomic { uc && !dslot -> uc = false; dslot = true }
#endif
  :: atomic { dslot && !uc -> dslot = false; uc = true; busy[me] = true }; SH[C] = true; busy[me] = false
  :: atomic { HASC && !bx && (OWNER || SEEN || !lk) -> MUST(!freed[C], I3); in[me] = true; SETSHARED; v = SEEN };
     if                                                                        /* load x from c */
     :: atomic { cslot && v -> bx = true }
     :: atomic { cslot && !v -> true };                                 /* own, unshared: counted */
        if :: atomic { !ux -> up(X); ux = true } :: ux fi
     :: !cslot
     fi; atomic { v = false; in[me] = false }
  :: atomic { HASC && !ux && !lk -> MUST(!freed[C], I3); in[me] = true; lk = me + 1; SETSHARED };
taking:
     if                                                                        /* remove x from c */
     :: atomic { cslot -> cslot = false; ux = true; v = cs };
#ifndef NO_FLAG
        if :: atomic { v -> SH[X] = true } :: !v fi
#endif
     :: !cslot
     fi; atomic { v = false; lk = 0; in[me] = false }
#ifndef NO_STORE
  :: atomic { HASC && ux && !lk && !cslot -> MUST(!freed[C], I3); ux = false; cslot = true; SETSHARED }    /* store x into c */
#endif
  :: atomic { bx && !ux -> up(X); ux = true; bx = false }
  :: atomic { bx -> bx = false }
  :: atomic { ux -> busy[me] = true; ux = false; down(X) }; after_x(); busy[me] = false
  :: atomic { res && !ux -> res = false; ux = true }                           /* join: take a result */
  :: atomic { ASKED && DONE_C && DONE_X -> if :: me == 0 -> need0[C] = false; need0[X] = false :: else -> need1[C] = false; need1[X] = false fi }
#ifndef NO_AWAY
  :: atomic { MAYGO -> gone() }; goto out                                      /* N-DETACH */
#endif
#ifndef NO_BLOCK
  :: atomic { lk && lk != me + 1 && MAYWAIT && !ux -> gone() };                /* N-BLOCK */
     atomic { !lk -> MUST(!freed[C], I3); away[me] = false; in[me] = true; lk = me + 1; SETSHARED };
     goto taking
#endif
#ifdef NO_RESULT
  :: atomic { bx && !res && !uc && !ux -> res = true; bx = false; bc = false; gone() }; goto out
#else
  :: atomic { ux && !res && !uc -> res = true; ux = false; bx = false; bc = false; gone() }; goto out        /* N-RESULT, N-EXIT */
#endif
#ifdef NO_EXIT_DROP
  :: atomic { !ux && !uc -> gone() }; goto out
#endif
  od;
out:
endout:
  atomic { true -> away[me] = false };
  goto idle
}

inline gp(o) { atomic { need0[o] = !away[0]; need1[o] = !away[1] }; !(need0[o] || need1[o]) }

proctype Agent(byte o) {
  byte k; bool d;
end:
  do
  :: atomic { z[o] -> z[o] = false; busy[2 + o] = true };
#ifndef NO_WAIT
     gp(o);
#endif
     atomic { MUST(!dead[o], listed_twice);
       if
       :: cnt[o] > 0 -> LISTED[o] = false
       :: cnt[o] == 0 && CAND[o] -> kill(o); d = true
       :: else -> CAND[o] = true; z[o] = true
       fi };
     if
     :: d ->
        if
#ifdef LAZY_HEIR
        :: o == C -> clear_c(false)
#else
        :: o == C -> clear_c(true)
#endif
        :: o == X
        fi;
        atomic { d = false; release(o) }
     :: !d
     fi; busy[2 + o] = false
  od
}

proctype Monitor() {
end:
  if
  :: atomic { !dead[C] && cnt[C] != REFC || !dead[X] && cnt[X] != REFX -> assert(I1) }
  :: atomic { dead[C] && REFC > 0 || dead[X] && REFX > 0 -> assert(I2) }
  :: atomic { dead[C] && BORROWED(C) || dead[X] && BORROWED(X) -> assert(I3) }
  :: atomic { !dead[C] && REFC == 0 && !BORROWED(C) && !busy[0] && !busy[1] && !busy[2] && !z[C] -> assert(lost_zero) }
  :: atomic { !dead[X] && REFX == 0 && !BORROWED(X) && !busy[0] && !busy[1] && !busy[2] && !busy[3] && !z[X] -> assert(lost_zero) }
  fi
}

init {
  atomic {
    cnt[C] = 1; cnt[X] = 1; cslot = true;
    #ifdef BOTH
    u[0] = true; u[2] = true; cnt[C] = 2;
#else
    if :: dslot = true :: u[0] = true :: u[0] = true; u[2] = true; cnt[C] = 2 fi;
#endif
    run Monitor(); run Thread(0); run Thread(1); run Agent(C); run Agent(X)
  }
}
