package speedup.ipc;

/** Why a barrier broke. */
enum BreakReason {
  ABORTED("process %d called abort"),
  TIMEOUT("the time of a waiter in process %d was up"),
  INTERRUPTED("a waiter in process %d was interrupted"),
  ACTION("the action failed in process %d"),
  DEATH("process %d, which used the barrier, ended without closing it");

  private final String text;

  BreakReason(String text) {
    this.text = text;
  }

  String text(long pid) {
    return text.formatted(pid);
  }
}
