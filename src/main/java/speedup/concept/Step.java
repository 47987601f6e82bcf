package speedup.concept;

/**
 * What a process of a stage says of itself, and where it can be held. Used by one thread.
 *
 * <p>The line of code after a call of these is the one that is lit, except one that just reads the
 * clock.
 */
public interface Step {
  /**
   * Says what the process is about to do, and waits until it may.
   *
   * @param object the name of the drawn object that it uses, or of the process itself
   * @param call the method that is called, such as {@code acquire()}
   * @throws InterruptedException when the stage is closed
   */
  void next(String object, String call) throws InterruptedException;

  /**
   * As {@link #next}, for a loop of thousands of rounds: held like it while the stage is held, but
   * running freely it only counts, as telling of each round would change what is shown.
   *
   * @throws InterruptedException when the stage is closed
   */
  void often(String object, String call) throws InterruptedException;

  /** Says what the last operation gave, or what the process prints: one line of the log. */
  void say(Object what) throws InterruptedException;

  /** As {@link #say}, and gives it back. */
  default <T> T got(T what) throws InterruptedException {
    say(what);
    return what;
  }
}
