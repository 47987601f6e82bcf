package speedup.ipc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.function.Executable;

@Timeout(300)
@DisabledOnOs(OS.WINDOWS)
class PipeTest {
  private static final int LARGE = 5_000_000;
  private static final Duration SHORT = Duration.ofMillis(50);

  /** Something of this package. */
  record Order(int number, List<String> names) {}

  @Test
  void carriesObjectsAndBytesInOrder() throws Exception {
    try (var pipe = Pipe.oneWay()) {
      var sender = pipe.sender();
      sender.send("text");
      sender.send(null);
      sender.send(new Order(7, List.of("a", "b")));
      sender.sendBytes(new byte[] {1, 2, 3, 4}, 1, 2);
      sender.sendBytes(new byte[0]);
      sender.send(new byte[] {5});
      var receiver = pipe.receiver();
      assertEquals("text", receiver.receive());
      assertNull(receiver.receive());
      assertEquals(new Order(7, List.of("a", "b")), receiver.receive());
      assertArrayEquals(new byte[] {2, 3}, receiver.receiveBytes());
      assertEquals(0, receiver.receiveBytes().length);
      assertArrayEquals(new byte[] {5}, (byte[]) receiver.receive());
      assertFalse(receiver.poll());
    }
  }

  @Test
  void showsWhatIsUnderWayWithoutTakingIt() throws Exception {
    try (var pipe = Pipe.twoWay()) {
      assertEquals(List.of(), pipe.peekToSecond(3));
      for (var i = 1; i <= 4; i++) {
        pipe.first().send(i);
      }
      pipe.second().send("back");
      assertEquals(List.of(1, 2, 3), pipe.peekToSecond(3));
      assertEquals(List.of("back"), pipe.peekToFirst(3));
      assertEquals(1, pipe.second().receive());
      assertEquals(List.of(2, 3, 4), pipe.peekToSecond(10));
      assertEquals(2, pipe.second().receive());
    }
    var pipe = Pipe.oneWay();
    try (pipe) {
      pipe.sender().send("one");
      assertEquals(List.of("one"), pipe.peekToFirst(1));
      assertEquals(List.of(), pipe.peekToSecond(1));
    }
    assertEquals(List.of(), pipe.peekToFirst(1));
  }

  @Test
  void goesBothWays() throws Exception {
    try (var pipe = Pipe.twoWay()) {
      pipe.first().send(1);
      pipe.second().send(2);
      assertEquals(2, pipe.first().receive());
      assertEquals(1, pipe.second().receive());
    }
  }

  @Test
  void pollTellsWhetherSomethingIsThere() throws Exception {
    try (var pipe = Pipe.twoWay()) {
      assertFalse(pipe.first().poll());
      var from = System.nanoTime();
      assertFalse(pipe.first().poll(SHORT));
      assertThrows(TimeoutException.class, () -> pipe.first().receive(SHORT));
      assertThrows(TimeoutException.class, () -> pipe.first().receiveBytes(SHORT));
      var waited = Duration.ofNanos(System.nanoTime() - from);
      assertTrue(waited.compareTo(SHORT.multipliedBy(3)) >= 0, "only " + waited);
      assertTrue(waited.compareTo(Duration.ofSeconds(2)) < 0, "as long as " + waited);
      pipe.second().send(1);
      assertTrue(pipe.first().poll());
      assertTrue(pipe.first().poll(SHORT));
      assertEquals(1, pipe.first().receive(Duration.ZERO));
      pipe.second().close();
      assertTrue(pipe.first().poll(), "the end of the stream can be received");
    }
  }

  @Test
  void closingOneEndIsTheEndForTheOther() throws Exception {
    try (var pipe = Pipe.twoWay()) {
      pipe.first().send("last");
      pipe.first().close();
      assertThrows(IOException.class, () -> pipe.second().send("lost"));
      assertEquals("last", pipe.second().receive());
      assertThrows(EOFException.class, () -> pipe.second().receive());
      assertThrows(EOFException.class, () -> pipe.second().receiveBytes());
      assertThrows(IllegalStateException.class, () -> pipe.first().receive());
      assertThrows(IllegalStateException.class, () -> pipe.first().send(1));
    }
  }

  @Test
  void misuseIsAnError() throws Exception {
    try (var pipe = Pipe.oneWay()) {
      assertTrue(pipe.first().isReadable() && !pipe.first().isWritable());
      assertTrue(!pipe.second().isReadable() && pipe.second().isWritable());
      assertThrows(UnsupportedOperationException.class, () -> pipe.receiver().send(1));
      assertThrows(UnsupportedOperationException.class, () -> pipe.sender().receive());
      assertThrows(UnsupportedOperationException.class, () -> pipe.sender().poll());
      assertThrows(
          IndexOutOfBoundsException.class, () -> pipe.sender().sendBytes(new byte[2], 1, 2));
      assertThrows(TransferException.class, () -> pipe.sender().send(new Object[] {new Thread()}));
      assertFalse(pipe.receiver().poll());
      pipe.sender().send(Map.of(1, 2));
      assertThrows(IllegalStateException.class, () -> pipe.receiver().receiveBytes());
      assertEquals(Map.of(1, 2), pipe.receiver().receive());
    }
    try (var pipe = Pipe.twoWay()) {
      assertThrows(UnsupportedOperationException.class, pipe::sender);
      assertThrows(UnsupportedOperationException.class, pipe::receiver);
    }
  }

  @Test
  void crossesToAnotherProcessAndBack() throws Exception {
    try (var pipe = Pipe.twoWay();
        var child = new Child()) {
      var theirs = pipe.second();
      var other =
          child.start(() -> {
            for (var got = theirs.receive();
                got instanceof Integer number;
                got = theirs.receive()) {
              theirs.send(number + 1);
            }
            theirs.sendBytes(theirs.receiveBytes());
            theirs.close();
            return "done";
          });
      var mine = pipe.first();
      for (var i = 0; i < 1_000; i++) {
        mine.send(i);
        assertEquals(i + 1, mine.receive(Child.LIMIT));
      }
      mine.send("bytes");
      mine.sendBytes(new byte[] {9});
      assertArrayEquals(new byte[] {9}, mine.receiveBytes(Child.LIMIT));
      assertThrows(EOFException.class, () -> mine.receive(Child.LIMIT));
      assertEquals("done", other.get(Child.LIMIT));
    }
  }

  @Test
  void isTheSameEndHoweverOftenItArrives() throws Exception {
    try (var pipe = Pipe.twoWay();
        var road = Pipe.oneWay()) {
      road.sender().send(List.of(pipe.first(), pipe.first(), pipe.second()));
      assertEquals(List.of(pipe.first(), pipe.first(), pipe.second()), road.receiver().receive());
      assertSame(pipe.first(), pipe.first());
    }
  }

  /** A thread that waits in the other process or this one, and what ended it. */
  private static CompletableFuture<Throwable> failure(
      Executable waiting, AtomicReference<Thread> who) {
    return CompletableFuture.supplyAsync(
        () -> {
          who.set(Thread.currentThread());
          return assertThrows(Throwable.class, waiting);
        },
        task -> Thread.ofPlatform().daemon().start(task));
  }

  private static Throwable get(CompletableFuture<Throwable> failure) throws Exception {
    return failure.get(Child.LIMIT.toSeconds(), TimeUnit.SECONDS);
  }

  @Test
  void closingAnEndFreesThoseWhoWaitThere() throws Exception {
    var who = new AtomicReference<Thread>();
    try (var pipe = Pipe.twoWay()) {
      var receiving = failure(() -> pipe.first().receive(), who);
      var polling = failure(() -> pipe.first().poll(Child.LIMIT), who);
      var sending = failure(() -> pipe.first().sendBytes(new byte[LARGE]), who);
      assertTrue(pipe.second().poll(Child.LIMIT));
      assertFalse(receiving.isDone() || polling.isDone() || sending.isDone());
      pipe.first().close();
      assertEquals(IllegalStateException.class, get(receiving).getClass());
      assertEquals(IllegalStateException.class, get(polling).getClass());
      assertEquals(IllegalStateException.class, get(sending).getClass());
      assertThrows(EOFException.class, () -> pipe.second().receive(Child.LIMIT));
      assertEquals(1, pipe.abandonedMessages());
    }
  }

  @Test
  void closingThePipeFreesThoseWhoWait() throws Exception {
    var who = new AtomicReference<Thread>();
    var pipe = Pipe.twoWay();
    var receiving = failure(() -> pipe.first().receive(), who);
    var sending = failure(() -> pipe.first().sendBytes(new byte[LARGE]), who);
    assertTrue(pipe.second().poll(Child.LIMIT));
    pipe.close();
    assertInstanceOf(IllegalStateException.class, get(receiving));
    assertInstanceOf(IllegalStateException.class, get(sending));
    pipe.close();
    assertTrue(pipe.first().isClosed() && pipe.second().isClosed() && pipe.isClosed());
    assertThrows(IllegalStateException.class, () -> pipe.first().poll());
    assertThrows(IllegalStateException.class, () -> pipe.second().standIn());
  }

  @Test
  void anInterruptEndsAWait() throws Exception {
    var who = new AtomicReference<Thread>();
    try (var pipe = Pipe.twoWay()) {
      var receiving = failure(() -> pipe.first().receive(), who);
      while (who.get() == null) {
        Thread.onSpinWait();
      }
      who.get().interrupt();
      assertInstanceOf(InterruptedException.class, get(receiving));
      var sending = failure(() -> pipe.first().sendBytes(new byte[LARGE]), who);
      assertTrue(pipe.second().poll(Child.LIMIT));
      who.get().interrupt();
      assertInstanceOf(InterruptedException.class, get(sending));
      assertFalse(pipe.second().poll(), "what was given up cannot be received");
      assertEquals(1, pipe.abandonedMessages());
      pipe.first().send("next");
      assertEquals("next", pipe.second().receive());
    }
  }

  @Test
  void anObjectThatWasGivenUpIsNotInTheWayOfBytes() throws Exception {
    var who = new AtomicReference<Thread>();
    try (var pipe = Pipe.oneWay()) {
      var sending = failure(() -> pipe.sender().send(new int[LARGE]), who);
      assertTrue(pipe.receiver().poll(Child.LIMIT));
      who.get().interrupt();
      assertInstanceOf(InterruptedException.class, get(sending));
      pipe.sender().sendBytes(new byte[] {1});
      assertArrayEquals(new byte[] {1}, pipe.receiver().receiveBytes(Child.LIMIT));
      assertEquals(1, pipe.abandonedMessages());
    }
  }

  @Test
  void leavesNothingBehind() throws Exception {
    Path file;
    try (var pipe = Pipe.twoWay();
        var child = new Child()) {
      file = pipe.region().path();
      var theirs = pipe.second();
      var mine = pipe.first();
      var other =
          child.start(() -> {
            theirs.send("here");
            return theirs.receive();
          });
      pipe.second().close();
      assertTrue(Files.exists(file), "an end that is on its way must find its memory");
      assertEquals("here", mine.receive(Child.LIMIT));
      mine.send("all");
      mine.close();
      assertTrue(pipe.isClosed());
      assertEquals("all", other.get(Child.LIMIT));
    }
    assertTrue(Files.notExists(file));
  }

  @Test
  void anEndThatIsClosedOnItsWayIsAnError() throws Exception {
    try (var road = Pipe.oneWay()) {
      try (var pipe = Pipe.oneWay()) {
        road.sender().send(pipe.sender());
      }
      assertThrows(TransferException.class, () -> road.receiver().receive());
    }
  }
}
