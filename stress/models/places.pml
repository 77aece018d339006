/* places.pml: how a collection of young garbage finds its members, while other threads overwrite their places.
 *
 * Three members in a chain: 0 refers to 1, 1 refers to 2. `places` says of each whether it still leads to the member; it is shared by
 * all threads. Another thread, which has the same indexes on a list of its own, overwrites places at any moment, for good; a
 * third one takes a reference to one member, by the table, before the claim. The list of members may stand in either order.
 *
 * Every statement outside atomic{} is one access to shared memory; memory is sequentially consistent.
 *
 * Labels
 *   Y-PLACE   what is given up as garbage has to have its place still, looked at after the last step that followed references
 *   Y-CLAIM   and has to be private still
 *
 * Properties: nothing that stays refers to what is claimed; if nobody interferes, exactly what nobody else refers to is claimed.
 *
 * small:
 * full: -DMEMBERS=5
 *
 * -D switch        what it drops
 *   NO_PLACE       Y-PLACE: places are not looked at again
 *   NO_AGAIN       Y-PLACE: they are looked at once, though what is given up then leads to further steps
 *   NO_LOOK        Y-CLAIM
 */
#ifndef MEMBERS
#define MEMBERS 3
#endif

#define WHITE 0
#define BLACK 1
#define DEAD  2

bool place[MEMBERS], pinned[MEMBERS], may_pin = true;
byte refs[MEMBERS] = 1, colour[MEMBERS];
bool external, interfered, up;

/* gives up member m and all that is found from there */
inline keep(m) {
    follow = m;
    do
    :: follow < MEMBERS && colour[follow] == WHITE ->
        colour[follow] = BLACK;
        follow++;
        if
        :: follow < MEMBERS && place[follow]
        :: else -> break
        fi
    :: else -> break
    od
}

#define AT (up -> k : MEMBERS - 1 - k)

active proctype collection() {
    byte k, m, follow, seen;
    bool any;
    if
    :: external = true     /* somebody holds member 0 */
    :: refs[0] = 0
    fi;
    if
    :: up = true
    :: skip
    fi;
    k = 0;
    do
    :: k < MEMBERS -> place[k] = true; k++
    :: else -> break
    od;
    k = 0;
    do      /* count */
    :: k < MEMBERS - 1 ->
        if
        :: place[k + 1] -> refs[k + 1]--
        :: else
        fi;
        k++
    :: else -> break
    od;
    k = 0;
    do
    :: k < MEMBERS ->
        m = AT;
        if
        :: colour[m] == WHITE && refs[m] > 0 -> keep(m)
        :: else
        fi;
        k++
    :: else -> break
    od;
    may_pin = false;   /* the lock of claims */
    do
    :: any = false;
        k = 0;
        do
        :: k < MEMBERS ->
            m = AT;
            if
            :: colour[m] == WHITE ->
                seen = false;
#ifndef NO_LOOK
                seen = pinned[m];
#endif
#ifndef NO_PLACE
                seen = seen || !place[m];
#endif
                if
                :: seen -> keep(m); any = true
                :: else
                fi
            :: else
            fi;
            k++
        :: else -> break
        od;
#ifdef NO_AGAIN
        break;
#endif
        if
        :: !any -> break
        :: else
        fi
    od;
    k = 0;
    do
    :: k < MEMBERS ->
        if
        :: colour[k] == WHITE -> colour[k] = DEAD
        :: else
        fi;
        k++
    :: else -> break
    od;
    k = 0;
    do
    :: k < MEMBERS ->
        assert(!(colour[k] == DEAD && pinned[k]));
        assert(!(external && k == 0 && colour[k] == DEAD));
        assert(k == 0 || colour[k - 1] == DEAD || colour[k] == BLACK);
        assert(interfered || external || colour[k] == DEAD);
        k++
    :: else -> break
    od
}

active proctype other() {
    byte n;
    do
    :: n < MEMBERS ->
        if
        :: atomic { place[n] = false; interfered = true }
        :: skip
        fi;
        n++
    :: break
    od
}

active proctype walker() {
    atomic {
        if
        :: may_pin -> pinned[0] = true; interfered = true
        :: may_pin -> pinned[MEMBERS - 1] = true; interfered = true
        :: skip
        fi
    }
}
