/* young.pml: a thread frees young cycles that it alone knows, without telling anybody.
 *
 * Two members 0 and 1 refer to each other; thread 0 owns both. A SHARED container X may hold member 0. Thread 1 borrows from X
 * and from what it reaches there, or is handed a counted reference. A walker of the table of containers takes references by
 * index. A third object was handed to thread 1 whole, which lets it die; its index is still in thread 0's list.
 *
 * Every statement outside atomic{} is one access to shared memory; memory is sequentially consistent.
 *
 * Labels
 *   Y-OWN     members have thread 0 as owner and a shared word of zero: no count of others, no SH, no WEAK
 *   Y-SHARED  members were never accessed by a non-owner
 *   Y-COUNT   the local counts are what the references between members make up
 *   Y-LOCK    who comes by the table takes a reference while no claim is under way
 *   Y-CLAIM   under the lock: members that are still private become DEAD, or the whole is given up; who comes by the table gets nothing
 *             that is DEAD
 *   Y-GRACE   the memory of a container that its allocator did not free itself waits for the allocator's next report
 *   S-FLAG    as in sharing.pml: what leaves X is flagged before the removed reference is usable
 *
 * Properties: no member is freed while thread 1 or the walker may use it; no freed header is read; a collection after everybody let
 *   go, and nothing was ever shared, frees both.
 *
 * small: -DSTEPS=3
 * full: -DSTEPS=5
 *
 * -D switch        what it drops
 *   NO_OWN         Y-OWN: the shared word is not looked at
 *   NO_SHARED      Y-SHARED
 *   NO_COUNT       Y-COUNT: what is private is garbage
 *   NO_CLAIM       Y-CLAIM: the members are freed without it
 *   NO_LOCK        Y-LOCK
 *   NO_LOOK        Y-CLAIM: SHARED is not looked at once more
 *   NO_GRACE       Y-GRACE
 *   NO_FLAG        S-FLAG
 */
#ifndef STEPS
#define STEPS 3
#endif

byte own[2] = 1;       /* the reference from the other member */
byte count[2];           /* of the shared word */
bool sh[2], dead[2], shared[2], freed[2];
bool root = true;        /* thread 0's own counted reference to member 0 */
bool in_x;               /* X holds member 0 */
bool gave;               /* thread 0 hands member 0 over, counted by thread 1 */
byte borrowed[2];        /* of thread 1 */
bool counted;            /* thread 1's reference to member 0 */
bool walking, peeks;     /* the walker's reference to member 0; its borrow of member 1 */
bool claiming;           /* the lock of claims */
bool entry = true, header_freed, section, touched;
bool walked;

inline word_is_zero(m, ok) { ok = count[m] == 0 && !sh[m] && !dead[m] }

/* what leaves X is flagged first; then its count goes: the owner's locally, a non-owner's would queue, which keeps it alive here */
inline take_out() {
    atomic {
        in_x = false;
#ifndef NO_FLAG
        sh[0] = true;
#endif
    }
}

active proctype thread0() {
    byte n;
    bool ok, garbage;
    own[0] = 2;   /* and root */
    do
    :: n < STEPS ->
        n++;
        if
        :: root && !in_x && !sh[0] -> own[0]++; in_x = true; touched = true
        :: atomic { in_x -> take_out(); own[0]-- }
        :: root && !gave && !counted -> gave = true; touched = true
        :: root -> root = false; own[0]--
        :: skip
        fi
    :: break
    od;
    /* the young collection, within one section */
    section = true;
    if
    :: entry -> assert(!header_freed)   /* the header of the third object */
    :: else
    fi;
    garbage = true;
    n = 0;
    do
    :: n < 2 ->
#ifndef NO_OWN
        word_is_zero(n, ok);
        garbage = garbage && ok;
#endif
#ifndef NO_SHARED
        garbage = garbage && !shared[n];
#endif
#ifndef NO_COUNT
        garbage = garbage && own[n] == 1;
#endif
        n++
    :: else -> break
    od;
    n = 0;
    if
    :: garbage ->
#ifndef NO_CLAIM
        claiming = true;
        n = 0;
        do
        :: n < 2 ->
#ifndef NO_OWN
            word_is_zero(n, ok);
            garbage = garbage && ok;
#endif
#if !defined NO_LOOK && !defined NO_SHARED
            garbage = garbage && !shared[n];
#endif
            n++
        :: else -> break
        od;
        if
        :: garbage -> dead[0] = true; dead[1] = true
        :: else
        fi;
        claiming = false;
#endif
        if
        :: garbage -> freed[0] = true; freed[1] = true
        :: else
        fi
    :: else -> assert(touched || root || walked || own[0] > 1)
    fi;
    section = false
}

/* thread 1 */
active proctype thread1() {
    byte n;
    do
    :: n < STEPS ->
        n++;
        if
        :: atomic { gave && root && !counted -> gave = false; count[0]++; counted = true }
        :: atomic { counted && borrowed[0] == 0 -> counted = false; count[0]-- }
        :: atomic { in_x && !borrowed[0] -> borrowed[0] = 1 }
        :: atomic { in_x -> take_out(); count[0]++; count[0]-- }   /* removes it and drops the reference: not below zero here */
        :: counted || borrowed[0] ->     /* reads member 0's field */
            assert(!freed[0]);
            shared[0] = true;
            borrowed[1] = 1;
        :: skip
        fi
    :: break
    od;
    assert(!(borrowed[0] || counted) || !freed[0]);
    assert(!borrowed[1] || !freed[1]);
    borrowed[0] = 0;    /* its report */
    borrowed[1] = 0
}

/* by the table of containers: sk_try_incref within a section */
active proctype walker() {
    atomic {
#ifndef NO_LOCK
        !claiming;
#endif
        if
        :: !dead[0] && !freed[0] -> count[0]++; walking = true; walked = true
        :: else
        fi
    }
    if
    :: walking ->
        assert(!freed[0]);
        shared[0] = true;      /* it reads the field of member 0, and borrows */
        peeks = true;
        assert(!freed[1]);
        atomic { walking = false; count[0]-- }
        assert(!freed[1])      /* still in use */
    :: else
    fi;
}

/* thread 1's last reference to the third object goes */
active proctype other_death() {
    entry = false;
#ifndef NO_GRACE
    !section;     /* entered after the entry was cleared, or not at all */
#endif
    header_freed = true
}
