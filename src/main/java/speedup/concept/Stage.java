package speedup.concept;

import java.util.function.Consumer;
import speedup.concept.StageState.Pace;

/**
 * A concept that is being performed by real processes. Thread-safe; what is asked for happens in
 * the background and shows in the state. Any order of calls is fine: what makes no sense at the
 * moment does nothing.
 */
public interface Stage extends AutoCloseable {
  /** What is to be seen now. */
  StageState state();

  /** Is told of each new state, on a thread of the stage; quick. Replaces the one before. */
  void onChange(Consumer<StageState> listener);

  /** How the processes may go on. */
  void pace(Pace pace);

  /** Lets a process that is held do one operation, whatever the pace. */
  void step(String actor);

  /** Kills a process of the stage; the app's own is not killed. */
  void kill(String actor);

  /** Ends all processes and gives back everything. Waits for them, at most some seconds. */
  @Override
  void close();
}
