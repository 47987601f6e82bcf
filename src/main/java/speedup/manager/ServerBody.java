package speedup.manager;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import speedup.ipc.Connection;
import speedup.pool.task.TaskAction;
import speedup.shm.ProcessId;

/**
 * What runs in the manager's process: lets clients in until it is told to end.
 *
 * @param manager its number
 * @param inside where clients knock
 * @param outside what they knock at
 * @param admitted which classes may cross, as prefixes
 */
record ServerBody(long manager, Connection inside, Connection outside, List<String> admitted)
    implements TaskAction {
  @Override
  public void run() throws Exception {
    var wire = new Wire(Set.copyOf(admitted));
    var server = new Server(manager, new Address(ProcessId.self(), outside), wire);
    var watch = new Thread(server::watch, "watch over clients");
    watch.setDaemon(true);
    watch.start();
    var door = new Channel(inside);
    for (var number = 1L; ; number++) {
      var knock = knock(door.receive(), wire);
      if (knock.isPresent()) {
        if (knock.get().connection() == null) {
          return;
        }
        serve(server, knock.get(), number);
      }
    }
  }

  private static Optional<Knock> knock(byte[] bytes, Wire wire) {
    try {
      return Optional.of((Knock) wire.value(bytes, null));
    } catch (ManagerException.NotTransferable e) { // who knocked has ended since
      return Optional.empty();
    }
  }

  private void serve(Server server, Knock knock, long number) {
    var channel = new Channel(knock.connection());
    try {
      var client = server.client(knock.process());
      new Serving(server, client, number, channel, admitted).start();
    } catch (RuntimeException | Error e) { // such as no more threads: the others are served
      System.err.println("no connection for process " + ProcessId.pid(knock.process()) + ": " + e);
      channel.close();
    }
  }
}
