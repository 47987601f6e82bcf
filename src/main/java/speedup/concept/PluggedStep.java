package speedup.concept;

import java.util.ArrayList;
import java.util.List;

/** The steps of a process that is connected to a stage. */
final class PluggedStep implements Step {
  private static final int LONGEST_TEXT = 200;

  private final Plug plug;
  private final Class<?> script;

  /** What it has taken, as often as it has. */
  private final List<String> holding = new ArrayList<>();

  private long rounds;
  private boolean told;
  private String object = "";
  private String call = "";

  PluggedStep(Plug plug, Class<?> script) {
    this.plug = plug;
    this.script = script;
  }

  /** Performs a script from its beginning to its end, and tells how it ended. */
  static void perform(Script script, Plug plug) throws Exception {
    var step = new PluggedStep(plug, script.getClass());
    plug.events().put(new StepEvent.Began(plug.actor(), ProcessHandle.current().pid()));
    try {
      plug.curtain().await();
      script.run(step);
    } catch (Exception | Error e) { // whatever it is, this is its last word
      plug.events().offer(new StepEvent.Ended(plug.actor(), said(e.toString())));
      throw e;
    }
    plug.events().put(new StepEvent.Ended(plug.actor(), ""));
  }

  @Override
  public void next(String object, String call) throws InterruptedException {
    reach(object, call, isHeld());
  }

  @Override
  public void often(String object, String call) throws InterruptedException {
    if (isHeld()) {
      reach(object, call, true);
      return;
    }
    begin(object, call);
    if (told) {
      told = false; // what it does now is no longer what was told last
      plug.events().put(new StepEvent.Loops(plug.actor()));
    }
    if (Thread.interrupted()) {
      throw new InterruptedException("the stage is closed");
    } else {
      rounds++;
      plug.rounds().set(rounds);
    }
  }

  private boolean isHeld() {
    return plug.held().get() != 0;
  }

  private void reach(String object, String call, boolean held) throws InterruptedException {
    begin(object, call);
    plug.events()
        .put(new StepEvent.Reached(plug.actor(), line(), object, call, held, List.copyOf(holding)));
    told = true;
    if (held) {
      plug.gate().acquire();
    }
  }

  /** The operation before this one is done. */
  private void begin(String nextObject, String nextCall) {
    if (call.startsWith("acquire(") || call.startsWith("lock().acquire(")) {
      holding.add(object);
    } else if (call.startsWith("release(") || call.startsWith("lock().release(")) {
      holding.remove(object);
    }
    object = nextObject;
    call = nextCall;
  }

  /** Where the script is. */
  private int line() {
    return StackWalker.getInstance()
        .walk(frames ->
            frames
                .filter(frame -> frame.getClassName().equals(script.getName()))
                .findFirst()
                .map(StackWalker.StackFrame::getLineNumber)
                .orElse(0));
  }

  @Override
  public void say(Object what) throws InterruptedException {
    plug.events().put(new StepEvent.Said(plug.actor(), said(String.valueOf(what))));
  }

  private static String said(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
  }
}
