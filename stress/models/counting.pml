/* counting.pml: biased reference counting, merge queues, claims, thread exit, slot inheritance.
 *
 * One object x, born owned by slot 0; NT threads, thread t lives in slot t. A thread may detach, attach, exit;
 * a new thread then takes the vacant slot and with it everything the slot owns. A collector pins x, takes its bias
 * away, waits for a grace period, merges, unpins. `cell` is any field through which a counted reference changes hands.
 *
 * Every statement outside atomic{} is one access to shared memory; memory is sequentially consistent.
 *
 * Labels
 *   R-OWNER    only the owner's thread counts in `local`; it reads `owner` and acts within one section (no report between)
 *   R-HALVES   `owner` and `local` are separate 16-bit atoms: the owner's store of `local` never rewrites `owner`
 *   R-SPILL    a local count that overflows adds to `shared` by one RMW, then lowers `local`
 *   R-QUEUE    a non-owner's decrement of a clean zero (count 0, not QUEUED, not MERGED) sets QUEUED instead of counting:
 *              the queue inherits the reference; who set QUEUED pushes, once in the object's life
 *   R-ORPHAN   the same on an object without owner that is not merged yet: count -1 with QUEUED, no push; the merge folds it
 *   R-POKE     push, then set the poll bit, then look at the slot's state (sequentially consistent)
 *   R-POLL     the owner clears the poll bit before it empties the queue
 *   R-LOOK     after storing DETACHED or VACANT (also on giving a claim back) look at the queue again; not empty: claim
 *   R-CLAIM    a queue is emptied by the attached owner, or under a claim (CAS of DETACHED or VACANT to HELD)
 *   R-HELD     attaching and taking a vacant slot wait while HELD
 *   R-GIVEBACK the merge gives the queue's reference back even if x is MERGED already
 *   R-MERGE    MERGED is set, and the local count added, in one CAS; whoever brings a merged count to zero kills
 *   R-ZERO     the owner's local zero with a clean shared word and gc_mode off kills at once; else owner=NONE, merge by CAS
 *   R-GCMODE   gc_mode is set one grace period before the collector touches an object it holds no reference to
 *   R-REVOKE   pin, owner=NONE, grace period, merge
 *
 * Properties (monitor): I1 the count words equal the references, in every state. I2 x dies once, with no reference.
 *   I10 the queue's reference is pushed once and given back once. I11 no claim while attached. No zero is lost, no
 *   queued object is stranded on a slot nobody works for. Nothing freed at once is touched by the collector.
 *
 * small: -DMAXU=2 -DNO_HELPER -DNO_COL
 * small: -DMAXU=2 -DNO_HELPER
 * small: -DMAXU=2 -DNO_COL
 * full: -DNT=2 -DMAXU=2
 * full: -DNT=2 -DMAXU=3
 * full: -DNT=3 -DMAXU=2 -DNO_HELPER
 * NT threads; MAXU references at the most; LMAX the local count that spills; NO_HELPER: no claims for other
 * reasons than the queue; NO_COL: no collector; EXITS times a slot is vacated.
 *
 * -D switch        what it drops
 *   WHOLE_WORD     [-DMAXU=2 -DNO_HELPER] R-HALVES: the owner stores owner and local as one word
 *   NO_QUEUED      [-DMAXU=2 -DNO_COL] R-QUEUE: QUEUED is not set with the push
 *   NO_ORPHAN      [-DMAXU=2 -DNO_HELPER] R-ORPHAN: QUEUED without the -1
 *   POLL_IF_SEEN   R-POKE: the poll bit is set only when the owner was seen attached
 *   LOOK_THEN_PUSH R-POKE: the state is looked at before the push
 *   POLL_LATE      [-DMAXU=2 -DNO_HELPER] R-POLL: poll bit cleared after the queue was emptied
 *   NO_LOOK_DETACH R-LOOK when detaching
 *   NO_LOOK_EXIT   [-DMAXU=2 -DNO_COL] R-LOOK when exiting
 *   NO_LOOK_GIVE   [-DMAXU=2 -DNO_COL] R-LOOK when a claim is given back
 *   NO_CLAIM       R-CLAIM: the pusher works on a detached slot without a claim
 *   NO_HELD        R-HELD: attaching does not wait for a claim to end
 *   NO_GIVEBACK    [-DMAXU=2 -DNO_HELPER] R-GIVEBACK
 *   SPLIT_MERGE    R-MERGE: the shared word is read and stored, not exchanged
 *   NO_GCMODE      [-DMAXU=2 -DNO_HELPER] R-ZERO ignores gc_mode
 *   NO_GP0         [-DMAXU=2 -DNO_HELPER] R-GCMODE without its grace period
 *   NO_GP1         [-DMAXU=2 -DNO_HELPER] R-REVOKE without its grace period
 */
#ifndef NT
#define NT 2
#endif
#ifndef MAXU
#define MAXU 3
#endif
#ifndef LMAX
#define LMAX 2
#endif
#ifndef EXITS
#define EXITS 1
#endif
#define NONE NT
#define COL NT
#define AID (NT + 1)
#define ATT 0
#define DET 1
#define VAC 2
#define HELD 3

byte owner; short loc = 1, sh; bool Q, M, dead, freed;
byte st[NT], home[NT];      /* slot state; home: what a claim restores */
bool qn[NT], poll[NT];      /* x lies in the slot's queue; poll bit */
bool qu, pin, cell;         /* the queue's, the collector's, the field's reference */
byte u[NT];                 /* counted references in a thread's registers */
bool busy[NT + 2];          /* in the middle of an operation */
short adj;                  /* a spill under way: counted twice */
bool need[NT], gcm, touching;
byte exits;
hidden byte I1, I2, I10, I11, lost_zero, stranded, freed_in_use;      /* never true: their names tell what broke */
#define MUST(c, name) if :: !(c) -> assert(name) :: else fi

#define UNITS (U0 + U1 + U2 + qu + pin + cell)
#define U0 u[0]
#define U1 u[1]
#if NT > 2
#define U2 u[2]
#define QN2 qn[2]
#define ASKED (need[0] || need[1] || need[2])
#define BUSY (busy[0] || busy[1] || busy[2] || busy[COL] || busy[AID])
#else
#define U2 0
#define QN2 false
#define ASKED (need[0] || need[1])
#define BUSY (busy[0] || busy[1] || busy[COL] || busy[AID])
#endif
#ifdef NO_GCMODE
#define GCM false
#else
#define GCM gcm
#endif
#define COUNT (sh - adj + (M -> 0 : loc))

inline killed() { MUST(!dead, I2); MUST(UNITS == 0, I2); dead = true }   /* within the RMW that reached zero */
inline bury() { if :: atomic { !gcm -> freed = true; MUST(!touching, freed_in_use) } :: gcm fi }

/* R-MERGE: fold l into the shared word; give = the queue's reference given back */
inline merge(l, give) {
#ifdef SPLIT_MERGE
  atomic { o = M; s = sh };
  atomic { if :: o -> s = s - give :: else -> s = s + l - give fi; sh = s; M = true; if :: give -> qu = false :: else fi;
           k = (sh == 0 && !dead && (!o || give)); if :: k -> killed() :: else fi; s = 0; o = 0 };
#else
  atomic {
    if
    :: M ->
#ifdef NO_GIVEBACK
       skip
#else
       sh = sh - give; if :: give -> qu = false :: else fi; k = (give && sh == 0)
#endif
    :: else -> sh = sh + l - give; M = true; if :: give -> qu = false :: else fi; k = (sh == 0)
    fi;
    if :: k -> killed() :: else fi };
#endif
  if :: atomic { k -> k = false }; bury() :: else fi
}

/* the queue of slot w, by its thread or under a claim */
inline drain(w) {
  do
  :: atomic { qn[w] -> qn[w] = false };
     l = loc;
     owner = NONE;
     merge(l, 1); l = 0
  :: !qn[w] -> break
  od
}

/* R-CLAIM, R-LOOK: work for slot w until its queue is seen empty after the claim was given back, or someone else has it */
inline help(w) {
  do
  :: atomic { st[w] == DET || st[w] == VAC ->
#ifndef NO_CLAIM
       home[w] = st[w]; st[w] = HELD
#endif
     };
     drain(w);
#ifdef NO_CLAIM
     break
#else
     atomic { MUST(st[w] == HELD, I11); st[w] = home[w]; home[w] = 0 };
#ifdef NO_LOOK_GIVE
     break
#else
     if :: qn[w] :: !qn[w] -> break fi
#endif
#endif
  :: atomic { !(st[w] == DET || st[w] == VAC) -> break }
  od
}

proctype Thread(byte me) {
  byte o, w; short l, s; bool k;
idle:
end:
  do
  :: atomic { u[me] > 0 && UNITS < MAXU && (owner != me || loc < LMAX) -> busy[me] = true };              /* incref */
     if
     :: atomic { owner == me -> l = loc };
#ifdef WHOLE_WORD
        atomic { loc = l + 1; owner = me; u[me]++ }
#else
        atomic { loc = l + 1; u[me]++ }
#endif
     :: owner != me -> atomic { MUST(!dead, I2); sh++; u[me]++ }
     fi; atomic { l = 0; busy[me] = false }
  :: atomic { u[me] > 0 -> busy[me] = true };                              /* decref */
     if
     :: atomic { owner == me -> l = loc };
#ifdef WHOLE_WORD
        atomic { loc = l - 1; owner = me; u[me]-- };
#else
        atomic { loc = l - 1; u[me]-- };
#endif
        if
        :: l == 1 ->                                                       /* R-ZERO */
           if
           :: atomic { sh == 0 && !Q && !M && !GCM -> l = 0 }; atomic { killed(); freed = true; MUST(!touching, freed_in_use) }
           :: else -> owner = NONE; l = 0; merge(0, 0)
           fi
        :: l != 1
        fi
     :: atomic { owner != me -> o = owner };
        atomic {
          if
          :: sh == 0 && !Q && !M && o != NONE ->                           /* R-QUEUE */
             u[me]--; qu = true; w = o + 1;
#ifndef NO_QUEUED
             Q = true
#endif
          :: sh == 0 && !Q && !M && o == NONE ->                           /* R-ORPHAN */
             u[me]--; Q = true;
#ifndef NO_ORPHAN
             sh--
#endif
          :: else -> u[me]--; sh--; k = (M && sh == 0); if :: k -> killed() :: else fi
          fi; o = 0 };
        if
        :: atomic { k -> k = false }; bury()
        :: atomic { w > 0 -> w-- };
#ifdef LOOK_THEN_PUSH
           o = st[w];
#endif
           atomic { MUST(!qn[w], I10); qn[w] = true };
#if defined(LOOK_THEN_PUSH)
           poll[w] = true;
           if :: atomic { o == DET || o == VAC -> o = 0 }; help(w) :: else -> o = 0 fi;
#elif defined(POLL_IF_SEEN)
           if :: st[w] == ATT -> poll[w] = true :: st[w] != ATT -> help(w) fi;
#else
           poll[w] = true;                                                 /* R-POKE */
           help(w);
#endif
           w = 0
        :: else
        fi
     fi; atomic { l = 0; busy[me] = false }
  :: atomic { owner == me && loc == LMAX && !adj -> busy[me] = true };    /* R-SPILL */
     if :: atomic { owner == me -> l = loc }; atomic { sh++; adj = 1 };
#ifdef WHOLE_WORD
        atomic { loc = l - 1; owner = me; adj = 0 }
#else
        atomic { loc = l - 1; adj = 0 }
#endif
     :: owner != me
     fi; atomic { l = 0; busy[me] = false }
  :: atomic { u[me] > 0 && !cell -> u[me]--; cell = true }
  :: atomic { cell -> u[me]++; cell = false }
  :: atomic { poll[me] -> busy[me] = true };                               /* R-POLL */
#ifdef POLL_LATE
     drain(me); poll[me] = false;
#else
     poll[me] = false; drain(me);
#endif
     busy[me] = false
  :: atomic { need[me] -> need[me] = false }                               /* quiescent report */
  :: atomic { true -> busy[me] = true; st[me] = DET; need[me] = false };   /* detach */
#ifndef NO_LOOK_DETACH
     if :: qn[me] -> help(me) :: !qn[me] fi;
#endif
     busy[me] = false;
     goto away
  :: atomic { u[me] == 0 && exits < EXITS -> exits++; busy[me] = true; st[me] = VAC; need[me] = false };   /* exit */
#ifndef NO_LOOK_EXIT
     if :: qn[me] -> help(me) :: !qn[me] fi;
#endif
     busy[me] = false;
     goto away
  od;
away:
endaway:
  if
#ifdef NO_HELD
  :: atomic { true -> st[me] = ATT }
#else
  :: atomic { st[me] != HELD -> st[me] = ATT }                             /* R-HELD: attach, or a new thread in the slot */
#endif
  fi;
  goto idle
}

#ifndef NO_HELPER
/* somebody who claims slots for other reasons than the queue */
proctype Helper() {
  byte w; byte o; short l, s; bool k;
end:
  do
  :: atomic { st[0] == DET || st[0] == VAC -> busy[AID] = true; home[0] = st[0]; st[0] = HELD };
     atomic { st[0] = home[0]; home[0] = 0 };
#ifndef NO_LOOK_GIVE
     if :: qn[0] -> help(0) :: !qn[0] fi;
#endif
     busy[AID] = false
  od
}
#endif

#ifndef NO_COL
inline gp() { atomic { w = 0; do :: w < NT -> need[w] = (st[w] == ATT); poll[w] = poll[w] || need[w]; w++ :: else -> w = 0; break od };
  !ASKED }

proctype Collector() {
  byte w, o; short l, s; bool k;
  gcm = true;
#ifndef NO_GP0
  gp();                                                                    /* R-GCMODE */
#endif
  if :: atomic { !dead -> busy[COL] = true; touching = true; MUST(!freed, freed_in_use) } :: dead -> goto off fi;
  atomic { touching = false; MUST(!freed, freed_in_use);
    if :: M && sh == 0 -> busy[COL] = false; goto off :: else -> MUST(!dead, I2); sh++; pin = true fi };
  owner = NONE;                                                            /* R-REVOKE */
#ifndef NO_GP1
  busy[COL] = false; gp(); busy[COL] = true;
#endif
  l = loc;
  merge(l, 0); l = 0;
  atomic { pin = false; sh--; k = (sh == 0); if :: k -> killed() :: else fi };
  if :: atomic { k -> k = false }; bury() :: else fi;
  busy[COL] = false;
off:
  gcm = false
}
#endif

#define AWAY(w) (qn[w] && !BUSY && (st[w] == DET || st[w] == VAC))
#define DEAF(w) (qn[w] && !BUSY && st[w] == ATT && !poll[w])
proctype Monitor() {
end:
  if
  :: atomic { !dead && COUNT != UNITS -> assert(I1) }
  :: atomic { dead && UNITS > 0 -> assert(I2) }
  :: atomic { !dead && UNITS == 0 && !BUSY -> assert(lost_zero) }
  :: atomic { qu && !qn[0] && !qn[1] && !QN2 && !BUSY -> assert(I10) }
  :: atomic { AWAY(0) || AWAY(1) || AWAY(NT - 1) -> assert(stranded) }
  :: atomic { DEAF(0) || DEAF(1) || DEAF(NT - 1) -> assert(stranded) }
  fi
}

init {
  atomic {
    byte i;
    u[0] = 1;
    run Monitor();
    i = 0; do :: i < NT -> run Thread(i); i++ :: else -> break od;
#ifndef NO_HELPER
    run Helper();
#endif
#ifndef NO_COL
    run Collector()
#endif
  }
}
