package speedup.concept.script;

import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.ProcessQueue;

/** Takes what there is: asking and taking are one step. */
public record PollUntilNull(ProcessQueue<Integer> queue) implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    for (; ; ) {
      step.next("queue", "poll()");
      var number = queue.poll();
      if (number == null) {
        break;
      }
      step.say(number);
    }
  }
}
