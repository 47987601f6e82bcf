package speedup.concept.script;

import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.ProcessQueue;

/** Puts numbers into a queue, and behind them the sentinel that says that these were all. */
public record PutNumbers(ProcessQueue<Integer> queue, int first, int last) implements Script {
  /** The sentinel: no number that is meant. */
  public static final int END = -1;

  @Override
  public void run(Step step) throws InterruptedException {
    for (var number = first; number <= last; number++) {
      step.next("queue", "put(" + number + ")");
      queue.put(number);
    }
    step.next("queue", "put(END)");
    queue.put(END);
  }
}
