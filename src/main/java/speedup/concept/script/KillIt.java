package speedup.concept.script;

import java.util.concurrent.atomic.AtomicReference;
import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.ProcessEvent;
import speedup.pool.ChildProcess;
import speedup.pool.task.TaskAction;

/** Kills a process while it is at work. */
public record KillIt(TaskAction task, ProcessEvent working, AtomicReference<Object> exitCode)
    implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    var child = new ChildProcess(task);
    step.next("child", "start()");
    child.start();
    step.next("working", "await()");
    working.await();
    step.next("child", "kill()");
    child.kill();
    step.next("child", "join()");
    child.join();
    step.next("child", "exitCode()");
    exitCode.set(child.exitCode().getAsInt());
    step.say(exitCode);
  }
}
