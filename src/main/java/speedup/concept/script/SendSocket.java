package speedup.concept.script;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.Connection;
import speedup.ipc.TransferException;

/** Tries to send an open socket, and then sends its number. */
public record SendSocket(Connection pipe) implements Script {
  @Override
  public void run(Step step) throws Exception {
    record Order(int number, List<ServerSocket> sockets) {}
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var order = new Order(1, List.of(socket));
      try {
        step.next("pipe", "send(order)");
        pipe.send(order);
      } catch (TransferException e) {
        step.say(e.getMessage());
        step.next("pipe", "send(socket.getLocalPort())");
        pipe.send(socket.getLocalPort());
      }
    }
  }
}
