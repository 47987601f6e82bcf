package speedup.pool;

import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import speedup.pool.task.TaskAction;

/** What the tests run in processes of their own. */
final class ChildTasks {
  static final String RUNNING = "running";

  /** A task that cannot be sent: an Object is not Serializable. */
  record Unsendable(Object what) implements Serializable {}

  /** A task that can be sent and cannot be rebuilt. */
  static final class Unreadable implements TaskAction {
    @Override
    public void run() {}

    private void readObject(ObjectInputStream in) throws IOException {
      throw new InvalidObjectException("not again");
    }
  }

  private ChildTasks() {}

  static void doNothing() {}

  /** Says that it runs, and runs until somebody ends its process. */
  static void runForEver() throws InterruptedException {
    System.out.println(RUNNING);
    new CountDownLatch(1).await();
  }

  static void refuseToEnd() throws InterruptedException {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              System.out.println("not yet");
              Tasks.spinForever(1);
            }));
    runForEver();
  }

  static void divide(int a, int b) {
    System.out.println(a / b);
  }

  static void print(String text) {
    System.out.print(text);
  }

  static void takeAllMemory() {
    Tasks.takeAllMemory(1);
  }

  /** Starts a child that runs for ever, tells its process id, and returns or goes on. */
  static void startAnother(boolean daemon, boolean goOn) throws InterruptedException {
    var told = new CountDownLatch(1);
    var child =
        ChildProcess.builder(ChildTasks::runForEver)
            .daemon(daemon)
            .output(_ -> told.countDown())
            .build();
    child.start();
    told.await();
    System.out.println("grandchild " + child.pid());
    if (goOn) {
      new CountDownLatch(1).await();
    }
  }

  static void tellNames() throws InterruptedException {
    System.out.println(
        ChildProcess.currentName() + " of " + ChildProcess.parentPid().orElseThrow());
    var child = new ChildProcess(() -> System.out.println(ChildProcess.currentName()));
    child.start();
    child.join();
  }

  static void mapInAPool() throws InterruptedException {
    try (var pool = ProcessPool.open(2)) {
      System.out.println(pool.map(x -> x * x, List.of(1, 2, 3)));
    }
  }

  /** A task that starts itself again, and never ends by itself. */
  static void startMyself() throws InterruptedException {
    var again = new ChildProcess(ChildTasks::startMyself);
    again.start();
    again.join();
    if (again.failure().isPresent()) {
      throw again.failure().get();
    }
  }
}
