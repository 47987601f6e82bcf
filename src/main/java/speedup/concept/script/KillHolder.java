package speedup.concept.script;

import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.ProcessEvent;
import speedup.pool.ChildProcess;
import speedup.pool.task.TaskAction;

/** Starts a process, and kills it in the middle of its work. */
public record KillHolder(TaskAction work, ProcessEvent halfway) implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    var worker = new ChildProcess(work);
    step.next("worker 1", "start()");
    worker.start();
    try (var _ = worker.guard()) {
      step.next("halfway", "await()");
      halfway.await();
      step.next("parent", "sleep()");
      Thread.sleep(500); // the other one comes to wait for the lock
      step.next("worker 1", "kill()");
      worker.kill();
      step.next("worker 1", "join()");
      worker.join();
      step.say(worker.toString());
    }
  }
}
