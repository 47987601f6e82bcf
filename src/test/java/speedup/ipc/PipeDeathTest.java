package speedup.ipc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** One side goes, in order or not: the other side is told, and what was sent before arrives. */
@Timeout(300)
@EnabledOnOs(OS.LINUX)
class PipeDeathTest {
  private static final int LARGE = 3_000_000;
  private static final int BAD = 0;
  private static final int LAST = 1;

  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void endThreads() {
    threads.shutdownNow();
  }

  /** What happens in a thread of its own. */
  @FunctionalInterface
  private interface Part {
    Object run() throws Exception;
  }

  private Future<Object> begin(Part part) {
    return threads.submit(part::run);
  }

  private static Object end(Future<Object> part) throws Exception {
    return part.get(Child.LIMIT.toSeconds(), TimeUnit.SECONDS);
  }

  /** Takes all messages. */
  private static int untilTheEnd(Connection end) throws Exception {
    for (var count = 0; ; count++) {
      try {
        end.receive(Child.LIMIT);
      } catch (EOFException e) {
        return count;
      }
    }
  }

  private static void untilBroken(Connection end, int length) throws Exception {
    var bytes = new byte[length];
    var broken =
        assertThrows(
            IOException.class,
            () -> {
              while (true) {
                end.sendBytes(bytes);
              }
            });
    assertTrue(broken.getMessage().contains("broken pipe"), broken.getMessage());
  }

  @Test
  void anEndThatIsClosedThereIsTheEndHere() throws Exception {
    try (var pipe = Pipe.oneWay();
        var go = new ProcessEvent();
        var child = new Child()) {
      var theirs = pipe.sender();
      var waiting = begin(() -> untilTheEnd(pipe.receiver()));
      var other =
          child.start(() -> {
            theirs.send(1);
            go.await();
            theirs.close();
            return 0;
          });
      pipe.sender().close(); // while it may be on its way
      go.set();
      assertEquals(1, end(waiting));
      other.get(Child.LIMIT);
      assertThrows(EOFException.class, () -> pipe.receiver().receive());
    }
  }

  @Test
  void aProcessThatEndsIsTheEnd() throws Exception {
    try (var pipe = Pipe.twoWay()) {
      Future<Object> waiting;
      try (var child = new Child()) {
        var theirs = pipe.second();
        child.run(() -> {
          theirs.send(1);
          return 0;
        });
        waiting = begin(() -> untilTheEnd(pipe.first()));
      }
      assertEquals(1, end(waiting));
      assertThrows(EOFException.class, () -> pipe.first().receive());
      assertTrue(pipe.first().poll());
      untilBroken(pipe.first(), 1);
    }
  }

  @Test
  void aKilledProcessIsTheEnd() throws Exception {
    try (var pipe = Pipe.twoWay();
        var running = new ProcessEvent();
        var child = new Child()) {
      var theirs = pipe.second();
      var waiting = begin(() -> untilTheEnd(pipe.first()));
      child.killDuring(
          running,
          () -> {
            theirs.send(1);
            running.set();
            return theirs.receive();
          });
      assertEquals(1, end(waiting));
      assertThrows(EOFException.class, () -> pipe.first().receive());
      untilBroken(pipe.first(), 1);
      untilBroken(pipe.first(), LARGE);
    }
  }

  @Test
  void aSenderThatWaitsForTheKilledGoesOn() throws Exception {
    try (var pipe = Pipe.oneWay();
        var running = new ProcessEvent();
        var child = new Child()) {
      var theirs = pipe.receiver();
      var waiting =
          begin(() -> {
            untilBroken(pipe.sender(), LARGE);
            return 0;
          });
      child.killDuring(
          running,
          () -> {
            theirs.poll(Child.LIMIT);
            running.set();
            Thread.sleep(Child.LIMIT);
            return 0;
          });
      end(waiting);
    }
  }

  @Test
  void anEndThatGoesToOneAfterTheOtherIsNotGoneInBetween() throws Exception {
    try (var pipe = Pipe.oneWay();
        var child = new Child()) {
      var theirs = pipe.sender();
      Child.Body body =
          () -> {
            try (theirs) {
              theirs.send(1);
            }
            return 0;
          };
      var one = child.start(body);
      var two = child.start(body);
      assertEquals(2, untilTheEnd(pipe.receiver()));
      one.get(Child.LIMIT);
      two.get(Child.LIMIT);
    }
  }

  @Test
  void anEndThatItsMakerUsesIsNotGone() throws Exception {
    try (var pipe = Pipe.oneWay();
        var child = new Child()) {
      var end = pipe.sender();
      end.send(1);
      child.run(() -> {
        try (end) {
          end.send(2);
        }
        return 0;
      });
      end.send(3);
      assertEquals(1, pipe.receiver().receive());
      assertEquals(2, pipe.receiver().receive());
      assertEquals(3, pipe.receiver().receive());
      end.close();
      assertEquals(0, untilTheEnd(pipe.receiver()));
    }
  }

  @Test
  void anEndGoesThroughAnotherPipe() throws Exception {
    try (var pipe = Pipe.oneWay();
        var road = Pipe.twoWay();
        var one = new Child();
        var two = new Child()) {
      var left = road.first();
      var right = road.second();
      var other =
          one.start(() -> {
            try (var end = (Connection) left.receive()) {
              end.send("through two");
            }
            return 0;
          });
      var sender = pipe.sender();
      two.run(() -> {
        right.send(sender);
        sender.close();
        return 0;
      });
      sender.close();
      assertEquals(1, untilTheEnd(pipe.receiver()));
      other.get(Child.LIMIT);
    }
  }

  /** Every byte follows from the number. */
  private static byte[] message(int number) {
    var bytes = new byte[number % 3 == 0 ? 200_000 + number % 1_000 : 4 + number % 100];
    Arrays.fill(bytes, (byte) number);
    ByteBuffer.wrap(bytes).putInt(number);
    return bytes;
  }

  private static int number(byte[] message) {
    var number = ByteBuffer.wrap(message).getInt();
    assertArrayEquals(message(number), message);
    return number;
  }

  @Test
  void aKilledSenderLosesNothingThatItHadSent() throws Exception {
    try (var running = new ProcessEvent();
        var child = new Child()) {
      for (var i = 0; i < Child.kills(); i++) {
        try (var pipe = Pipe.oneWay()) {
          var theirs = pipe.sender();
          var waiting = begin(() -> inOrder(pipe.receiver()));
          child.killDuring(
              running,
              () -> {
                for (var next = 0; ; next++) {
                  theirs.sendBytes(message(next));
                  running.set();
                }
              });
          assertTrue((Integer) end(waiting) > 0, "round " + i);
          assertTrue(pipe.abandonedMessages() <= 1, pipe.abandonedMessages() + " given up");
          theirs.send("still usable");
          assertEquals("still usable", pipe.receiver().receive());
        }
      }
    }
  }

  /** Takes all messages, which are numbered. */
  private static int inOrder(Connection end) throws Exception {
    for (var next = 0; ; next++) {
      try {
        assertEquals(next, number(end.receiveBytes(Child.LIMIT)));
      } catch (EOFException e) {
        return next;
      }
    }
  }

  @Test
  void aKilledReceiverLosesAtMostOneMessage() throws Exception {
    try (var pipe = Pipe.oneWay();
        var tally = Tally.create();
        var running = new ProcessEvent();
        var child = new Child()) {
      var theirs = pipe.receiver();
      tally.set(LAST, -1);
      var next = 0;
      for (var i = 0; i < Child.kills(); i++) {
        running.clear();
        var from = next;
        var sending =
            begin(() -> {
              running.await(Child.LIMIT);
              for (var number = from; ; number++) {
                try {
                  pipe.sender().sendBytes(message(number));
                } catch (IOException e) {
                  return number; // not sent
                }
              }
            });
        child.killDuring(
            running,
            () -> {
              theirs.poll();
              running.set();
              while (true) {
                note(tally, number(theirs.receiveBytes()));
              }
            });
        next = (Integer) end(sending);
        assertEquals(0, tally.get(BAD), "of round " + i);
      }
      while (pipe.receiver().poll(Duration.ZERO)) {
        note(tally, number(pipe.receiver().receiveBytes(Child.LIMIT)));
        assertEquals(0, tally.get(BAD));
      }
      assertTrue(
          next - 1 - tally.get(LAST) <= 1, next + " sent, the last one is " + tally.get(LAST));
      assertTrue(pipe.abandonedMessages() <= 2L * Child.kills());
    }
  }

  /** One message may be missing after the one that came last: the one that a killed one got. */
  private static void note(Tally tally, int number) {
    var after = number - tally.get(LAST);
    if (after < 1 || after > 2) {
      tally.increment(BAD);
    }
    tally.set(LAST, number);
  }
}
