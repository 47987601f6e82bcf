package speedup.pool;

import java.util.concurrent.CountDownLatch;

/** A program with a child, run by a test in a JVM of its own. */
final class ChildOwner {
  private ChildOwner() {}

  /**
   * Starts a child that starts one itself, tells both process ids, and does what it is told to.
   *
   * @param args "daemon" or "plain", then "end" to return from main or "wait" to be killed
   */
  public static void main(String[] args) throws InterruptedException {
    var told = new CountDownLatch(1);
    var daemon = args[0].equals("daemon");
    var child =
        ChildProcess.builder(() -> ChildTasks.startAnother(daemon, true))
            .daemon(daemon)
            .output(line -> {
              System.out.println(line.line());
              told.countDown();
            })
            .build();
    child.start();
    told.await();
    System.out.println("child " + child.pid());
    if (args[1].equals("wait")) {
      new CountDownLatch(1).await();
    }
  }
}
