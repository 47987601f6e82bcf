package speedup.concept.script;

import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.Connection;
import speedup.ipc.TransferException;

/** Tries to send a thread, and then sends its name. */
public record SendThread(Connection pipe) implements Script {
  @Override
  public void run(Step step) throws Exception {
    record Job(String title, Thread worker) {}
    var job = new Job("count", Thread.currentThread());
    try {
      step.next("pipe", "send(job)");
      pipe.send(job);
    } catch (TransferException e) {
      step.say(e.getMessage());
      step.next("pipe", "send(job.worker().getName())");
      pipe.send(job.worker().getName());
    }
  }
}
