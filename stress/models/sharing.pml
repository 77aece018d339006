/* sharing.pml: reading a shared container without writing, and the deferred death that makes it safe.
 *
 * One container C with one slot, one object x. Thread 0 owns x, thread CO owns C; both threads hold C counted until
 * they drop it. Registers hold x counted (u) or borrowed (b). Counting is biased as in counting.pml, whose steps are
 * taken here in one piece where that model shows it to be right. An agent runs the zero list and the limbo; a
 * collector may switch gc_mode on and off.
 *
 * Every statement outside atomic{} is one access to shared memory; memory is sequentially consistent.
 *
 * Labels
 *   S-SHARED   the first access by a non-owner takes the lock and sets SHARED before it reads
 *   S-BORROW   (E4) a load borrows only after SHARED was seen on the container, or SH on the value; else a value of
 *              one's own is counted by a plain add, a foreign one by an RMW
 *   S-LOCK     (E4) whoever removes from a container holds its lock, also its owner
 *   S-FLAG     a value removed from a SHARED container gets SH before the removed reference is usable (I4)
 *   S-HEIR     (E4) a SHARED container that dies flags its values
 *   S-CONVERT  before its quiescent report a thread makes its live borrows counted (I13)
 *   S-LIST     the RMW that brings a merged count to zero: without SH, gc_mode and LISTED it sets DEAD; else it
 *              sets LISTED and CAND and the object is pushed; when LISTED already it clears CAND
 *   S-WAIT     a listed object waits for a grace period
 *   S-AGAIN    (E1) then one CAS: count above zero: unlist; zero with CAND: DEAD; zero without: set CAND, wait again
 *   S-UNLIST   (E2) LISTED is cleared in the CAS that saw the count above zero
 *   S-LISTED   (E3) a LISTED object never takes the immediate death
 *   S-DEAD     (E3) immediate death sets DEAD in the RMW that reaches zero
 *   S-LIMBO    (E5, I12) after DEAD the memory waits for one more grace period
 *   S-WEAK     a weak reference is upgraded within a section, by an RMW that fails on DEAD; an object with WEAK
 *              does not die by the plain store of its owner, and its memory waits for a grace period
 *
 * Properties: I1 count words equal the references. I2 dies once, without a reference. I3 not DEAD while borrowed, not
 *   freed while anybody could touch it. No zero is lost; what is DEAD is freed.
 *
 * small: -DCO=0 -DMAXU=2 -DNO_GCM
 * small: -DCO=0 -DMAXU=1 -DFREE_AT_DEAD
 * small: -DCO=1 -DMAXU=1 -DNO_GCM
 * full: -DCO=0 -DMAXU=2
 * full: -DCO=0 -DMAXU=2 -DINC_KEEPS
 * full: -DCO=1 -DMAXU=2 -DINC_KEEPS -DFREE_AT_DEAD
 * full: -DCO=1 -DMAXU=2
 * full: -DCO=0 -DMAXU=3 -DFREE_AT_DEAD
 * MAXU references at the most; NO_GCM leaves gc_mode off. FREE_AT_DEAD: no S-LIMBO for an
 * object that has no weak reference while no collection runs. INC_KEEPS: increments do not clear CAND.
 *
 * -D switch        what it drops
 *   NO_CONVERT     S-CONVERT
 *   NO_FLAG        S-FLAG
 *   NO_DEATHFLAG   S-HEIR
 *   BORROW_ANY     S-BORROW: a foreign value is borrowed from one's own unshared container too
 *   ELIDE          S-LOCK: the owner removes without the lock when it saw no SHARED
 *   NO_GPZ         S-WAIT
 *   ABA            S-AGAIN: DEAD if the count is zero after the grace period, CAND ignored
 *   SPLIT_UNLIST   S-UNLIST: LISTED is cleared in a step of its own
 *   NO_LISTED      [-DCO=0 -DMAXU=1] S-LISTED
 *   SPLIT_DEAD     S-DEAD: DEAD is set in a step of its own
 *   NO_LIMBO       S-LIMBO
 *   WEAK_QUICK     S-WEAK: the owner's plain death ignores WEAK
 */
#ifndef CO
#define CO 0
#endif
#ifndef MAXU
#define MAXU 2
#endif
#define NONE 2

byte own; short loc, sh; bool Q, M, SH, LISTED, CAND, W, dead, freed;
bool slot, cs; byte lk;          /* C's slot holds x; C is SHARED; who holds C's lock, plus one */
bool h[2];                       /* thread holds C */
byte u[2]; bool b[2];            /* counted and borrowed registers */
bool infl[2];                    /* thread has x's address in an operation, uncounted */
byte taken;                      /* removed from the slot, on the way to a register */
bool qu, z, limbo, need[2], gcm, busy[3];
hidden byte I1, I2, I3, lost_zero, never_freed, listed_twice;         /* never true: their names tell what broke */

#define MUST(c, name) if :: !(c) -> assert(name) :: else fi
#define UNITS (u[0] + u[1] + slot + qu + taken)
#define COUNT (sh + (M -> 0 : loc))
#define ROOM (UNITS < MAXU && (own != me || loc < MAXU))        /* keeps the local count bounded */
#define BUSY (busy[0] || busy[1] || busy[2])

#ifdef NO_LISTED
#define DEFER (SH || gcm)
#else
#define DEFER (SH || gcm || LISTED)
#endif
#ifdef NO_CONVERT
#define CONVERTED true
#else
#define CONVERTED !b[me]
#endif
#ifdef ABA
#define STAYED true
#else
#define STAYED CAND
#endif
#ifdef FREE_AT_DEAD
#define KEEP (W || gcm)
#else
#define KEEP true
#endif
#ifdef INC_KEEPS
#define RAISED skip
#else
#define RAISED CAND = false
#endif
#ifdef WEAK_QUICK
#define WEAK false
#else
#define WEAK W
#endif

inline kill() { MUST(!dead, I2); MUST(UNITS == 0, I2); dead = true }
inline up() { MUST(!dead && !freed, I2); sh++; RAISED }
inline release() { MUST(!freed && UNITS == 0 && !b[0] && !b[1] && !infl[0] && !infl[1], I3); freed = true }
/* S-LIST, within the RMW that made the merged count zero */
inline onzero() {
  if
  :: DEFER -> if :: LISTED -> CAND = false :: else -> LISTED = true; CAND = true; k = 1 fi
  :: else ->
#ifdef SPLIT_DEAD
     k = 3
#else
     kill(); k = 2
#endif
  fi
}
inline after() {
  if
  :: atomic { k == 1 -> MUST(!z, listed_twice); z = true; k = 0 }
  :: atomic { k == 2 -> if :: W || gcm || SH -> limbo = true :: else -> release() fi; k = 0 }
  :: atomic { k == 3 -> kill(); if :: W || gcm || SH -> limbo = true :: else -> release() fi; k = 0 }
  :: k == 0
  fi
}

proctype Thread(byte me) {
  byte k; bool v;
end:
  do
  :: atomic { u[me] > 0 && ROOM -> if :: own == me -> loc++ :: else -> up() fi; u[me]++ }       /* incref */
  :: u[me] > 0 ->                                                                                       /* decref */
     busy[me] = true;
     if
     :: atomic { own == me -> loc--; u[me]-- };
        if
        :: loc == 0 ->
           if
           :: sh == 0 && !SH && !Q && !M && !WEAK && !LISTED && !gcm -> atomic { kill(); release() }
           :: else -> own = NONE; atomic { if :: !M -> M = true; CAND = false; if :: sh == 0 -> onzero() :: else fi :: else fi }; after()
           fi
        :: loc != 0
        fi
     :: atomic { own != me -> u[me]--;
          if
          :: sh == 0 && !Q && !M -> Q = true; CAND = false; qu = true
          :: else -> sh--; if :: M && sh == 0 -> skip :: else -> CAND = false fi; if :: M && sh == 0 -> onzero() :: else fi
          fi }; after()
     fi; busy[me] = false
  :: atomic { me == 0 && qu -> busy[me] = true; qu = false; sh = sh - 1 + (M -> 0 : loc); own = NONE; M = true; CAND = false;
       if :: sh == 0 -> onzero() :: else fi }; after(); busy[me] = false                                /* merge */
  :: atomic { b[me] -> b[me] = false }                                                                  /* drop a borrow */
  :: atomic { b[me] && ROOM -> if :: own == me -> MUST(!dead, I2); loc++ :: else -> up() fi; u[me]++; b[me] = false }   /* S-CONVERT */
  :: atomic { h[me] && !lk && slot && ROOM && !b[me] -> busy[me] = true;                        /* load */
       if :: me != CO -> cs = true :: else fi; v = cs };                                                /* S-SHARED */
     if
     :: atomic { slot && v -> b[me] = true }                                                            /* S-BORROW */
     :: atomic { slot && !v -> infl[me] = true };
        if
        :: atomic { SH && own != me -> b[me] = true; infl[me] = false }
        :: atomic { ROOM && own == me -> MUST(!dead, I2); loc++; u[me]++; infl[me] = false }
#ifdef BORROW_ANY
        :: atomic { own != me -> b[me] = true; infl[me] = false }
#else
        :: atomic { ROOM && own != me -> up(); u[me]++; infl[me] = false }
#endif
        :: atomic { !ROOM -> infl[me] = false }
        fi
     :: !slot
     fi; atomic { v = false; busy[me] = false }
  :: atomic { h[me] && !lk && slot -> busy[me] = true;                                                  /* remove: S-LOCK */
#ifdef ELIDE
       if :: me == CO && !cs :: else -> lk = me + 1 fi;
#else
       lk = me + 1;
#endif
       if :: me != CO -> cs = true :: else fi; v = cs };
     if
     :: atomic { slot -> slot = false; taken++ };
#ifndef NO_FLAG
        if :: atomic { v -> SH = true } :: !v fi;                                                       /* S-FLAG */
#endif
        atomic { if :: lk == me + 1 -> lk = 0 :: else fi; taken--; u[me]++ }
     :: atomic { !slot -> if :: lk == me + 1 -> lk = 0 :: else fi }
     fi; atomic { v = false; busy[me] = false }
  :: atomic { h[me] && !lk && !slot && u[me] > 0 -> u[me]--; slot = true; if :: me != CO -> cs = true :: else fi }    /* store */
  :: atomic { h[me] -> h[me] = false; v = (!h[1 - me] && slot); if :: v -> slot = false; taken++; busy[me] = true :: else fi };
     if                                                                                                 /* drop C */
     :: v ->
#ifndef NO_DEATHFLAG
        if :: atomic { cs -> SH = true } :: !cs fi;                                                     /* S-HEIR */
#endif
        atomic { taken--; u[me]++; v = false; busy[me] = false }
     :: !v
     fi
  :: atomic { (u[me] > 0 || b[me]) && !W -> W = true; CAND = false }                                    /* first weak reference */
  :: atomic { W && !dead && ROOM -> busy[me] = true; infl[me] = true };                         /* S-WEAK */
     atomic { MUST(!freed, I3); if :: dead :: !dead && own == me -> loc++; u[me]++ :: !dead && own != me -> up(); u[me]++ fi; infl[me] = false };
     busy[me] = false
  :: atomic { need[me] && CONVERTED -> need[me] = false }                                                                            /* quiescent report */
  od
}

inline gp() { atomic { need[0] = true; need[1] = true }; !(need[0] || need[1]) }

proctype Agent() {
  byte k;
end:
  do
  :: atomic { z -> z = false; busy[2] = true };
#ifndef NO_GPZ
     gp();                                                                                              /* S-WAIT */
#endif
     atomic { MUST(!dead, listed_twice);                                                                /* S-AGAIN */
       if
       :: sh > 0 ->
#ifdef SPLIT_UNLIST
          k = 1
#else
          LISTED = false
#endif
       :: sh == 0 && STAYED -> kill(); k = 2
       :: else -> CAND = true; z = true
       fi };
     if
     :: atomic { k == 1 -> LISTED = false; k = 0 }                                                      /* S-UNLIST */
#ifdef NO_LIMBO
     :: atomic { k == 2 -> release(); k = 0 }
#else
     :: atomic { k == 2 -> if :: KEEP -> limbo = true :: else -> release() fi; k = 0 }
#endif
     :: k == 0
     fi; busy[2] = false
  :: atomic { limbo -> limbo = false; busy[2] = true };
     gp();                                                                                              /* S-LIMBO */
     atomic { release(); busy[2] = false }
  od
}

proctype Mode() {
end:
  atomic { !gcm -> gcm = true };
  atomic { gcm -> gcm = false }
}

proctype Monitor() {
end:
  if
  :: atomic { !dead && COUNT != UNITS -> assert(I1) }
  :: atomic { dead && UNITS > 0 -> assert(I2) }
  :: atomic { dead && (b[0] || b[1]) -> assert(I3) }
  :: atomic { !dead && UNITS == 0 && !BUSY && !b[0] && !b[1] && !z -> assert(lost_zero) }
  :: atomic { dead && !freed && !BUSY && !limbo -> assert(never_freed) }
  fi
}

init {
  atomic {
    h[0] = true; h[1] = true; loc = 1;
    if :: u[0] = 1
#if CO == 0
       :: slot = true
#endif
    fi;
    run Monitor(); run Thread(0); run Thread(1); run Agent();
#ifndef NO_GCM
    run Mode()
#endif
  }
}
