package speedup.concept.script;

import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.ProcessQueue;

/** Looks whether there is something, and takes it, as if nobody could come in between. */
public record TakeUnlessEmpty(ProcessQueue<Integer> queue) implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    for (; ; ) {
      step.next("queue", "isEmpty()");
      if (queue.isEmpty()) {
        break;
      }
      step.next("queue", "take()");
      var number = queue.take();
      step.say(number);
    }
  }
}
