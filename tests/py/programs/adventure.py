# stdin: look
# stdin: go north
# stdin: take lamp
# stdin: go up
# stdin: inv
# stdin: dance
# stdin: go south
# stdin: quit
import cmd, textwrap
WORLD = {"hall": {"desc": "A large dusty hall with paintings of people you have never met on every wall.", "exits": {"north": "cellar"}, "items": []}, "cellar": {"desc": "Dark.", "exits": {"south": "hall"}, "items": ["lamp"]}}
class Game(cmd.Cmd):
    intro = "Welcome"; prompt = "> "
    def __init__(self): super().__init__(); self.here = "hall"; self.bag = []
    def do_look(self, _): "Look around"; print(textwrap.fill(WORLD[self.here]["desc"], 30)); print("Exits:", ", ".join(WORLD[self.here]["exits"]))
    def do_go(self, d):
        try: self.here = WORLD[self.here]["exits"][d]; print("You are in the", self.here)
        except KeyError as e: print("No way", e)
    def do_take(self, i):
        items = WORLD[self.here]["items"]
        if i in items: items.remove(i); self.bag.append(i); print("Taken")
        else: print("No", i)
    def do_inv(self, _): print(self.bag or "nothing")
    def do_quit(self, _): print("bye"); return True
    def postcmd(self, stop, line): print(f"[{line}]"); return stop
Game().cmdloop()

# expect: Welcome
# expect: > A large dusty hall with
# expect: paintings of people you have
# expect: never met on every wall.
# expect: Exits: north
# expect: [look]
# expect: > You are in the cellar
# expect: [go north]
# expect: > Taken
# expect: [take lamp]
# expect: > No way 'up'
# expect: [go up]
# expect: > ['lamp']
# expect: [inv]
# expect: > *** Unknown syntax: dance
# expect: [dance]
# expect: > You are in the hall
# expect: [go south]
# expect: > bye
# expect: [quit]
