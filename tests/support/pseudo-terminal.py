"""Runs a program on a pseudo-terminal: waits for what it shows, types what was agreed, reports what came.
A file [path, text] is saved before anything is typed, as by an editor. In place of what is typed: {"signal": name} sends
the program a signal, {"close": true} closes the window.

Reads {"argv", "cwd", "env", "steps": [[shown, typed, file], ...]} from stdin; writes {"code", "signal", "screen", "missed"}.
"""
import codecs, fcntl, json, os, pty, select, signal, struct, sys, termios, time

PATIENCE = 30  # seconds for each thing that shall be shown
# A question listens a moment after it is shown.
PAUSE = 0.15


def main():
    job = json.load(sys.stdin)
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(job["cwd"])
        os.execve(job["argv"][0], job["argv"], job["env"])
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 100, 0, 0))
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    screen, seen, missed = "", 0, None

    def read_for(seconds):
        """What came; None once the terminal is closed."""
        ready, _, _ = select.select([terminal], [], [], seconds)
        if not ready:
            return ""
        try:
            data = os.read(terminal, 65536)
        except OSError:
            return None
        return decoder.decode(data) if data else None

    for shown, typed, *files in job["steps"]:
        deadline = time.monotonic() + PATIENCE
        closed = False
        while shown not in screen[seen:] and time.monotonic() < deadline and not closed:
            piece = read_for(0.1)
            closed = piece is None
            screen += piece or ""
        at = screen.find(shown, seen)
        if at == -1:
            missed = shown
            break
        seen = at + len(shown)
        time.sleep(PAUSE)
        for path, text in files:
            with open(os.path.join(job["cwd"], path), "w", encoding="utf-8") as file:
                file.write(text)
        if isinstance(typed, str):
            os.write(terminal, typed.encode())
        elif "signal" in typed:
            os.kill(child, getattr(signal, typed["signal"]))
        else:
            os.close(terminal)
            terminal = None

    if missed is not None:
        os.kill(child, signal.SIGKILL)
    deadline = time.monotonic() + PATIENCE
    status = None
    while time.monotonic() < deadline:
        if terminal is None:
            ended, status = os.waitpid(child, os.WNOHANG)
            if ended:
                break
            time.sleep(0.05)
            continue
        piece = read_for(0.1)
        if piece is None:
            break
        screen += piece
    else:
        os.kill(child, signal.SIGKILL)
        missed = missed or "the end"
    if terminal is not None or missed is not None:
        _, status = os.waitpid(child, 0)
    code = os.WEXITSTATUS(status) if os.WIFEXITED(status) else None
    killed = os.WTERMSIG(status) if os.WIFSIGNALED(status) else None
    print(json.dumps({"code": code, "signal": killed, "screen": screen, "missed": missed}))


main()
