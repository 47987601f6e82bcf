package speedup.concept;

/** The steps of a process that is connected to a stage. */
final class PluggedStep implements Step {
  private static final int LONGEST_TEXT = 200;

  private final Plug plug;
  private final Class<?> script;
  private long rounds;

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
    } catch (Exception e) {
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
    } else if (Thread.interrupted()) {
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
    plug.events().put(new StepEvent.Reached(plug.actor(), line(), object, call, held));
    if (held) {
      plug.gate().acquire();
    }
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
