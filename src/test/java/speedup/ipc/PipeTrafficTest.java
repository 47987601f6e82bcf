package speedup.ipc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Much at once, and large: what arrives is what was sent. */
@Timeout(300)
@DisabledOnOs(OS.WINDOWS)
class PipeTrafficTest {
  private static final int MIB = 1024 * 1024;
  private static final int SENDERS = 4;

  private static byte[] large(int mebibytes, int seed) {
    var bytes = new byte[mebibytes * MIB];
    for (var i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i * seed + (i >>> 15));
    }
    return bytes;
  }

  private static long sum(byte[] bytes) {
    var sum = new CRC32C();
    sum.update(bytes);
    return sum.getValue();
  }

  @ParameterizedTest
  @ValueSource(ints = {64, 200})
  void largeMessagesArriveWhole(int mebibytes) throws Exception {
    try (var pipe = Pipe.oneWay();
        var child = new Child()) {
      var end = pipe.receiver();
      var sum = child.start(() -> sum(end.receiveBytes()) + sum((byte[]) end.receive()));
      var bytes = large(mebibytes, 7);
      pipe.sender().sendBytes(bytes);
      pipe.sender().send(new byte[] {1});
      assertEquals(sum(bytes) + sum(new byte[] {1}), sum.get(Child.LIMIT));
    }
  }

  @Test
  void largeObjectsArriveWhole() throws Exception {
    try (var pipe = Pipe.oneWay();
        var child = new Child()) {
      var end = pipe.receiver();
      var sum = child.start(() -> ((List<?>) end.receive()).hashCode());
      var list = IntStream.range(0, 300_000).boxed().toList();
      pipe.sender().send(list);
      assertEquals(list.hashCode(), sum.get(Child.LIMIT));
    }
  }

  @Test
  void bothEndsSendLargeMessagesAtOnce() throws Exception {
    try (var pipe = Pipe.twoWay();
        var child = new Child();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var theirs = pipe.second();
      var other =
          child.start(() -> {
            try (var own = Executors.newVirtualThreadPerTaskExecutor()) {
              Callable<Object> sending =
                  () -> {
                    theirs.sendBytes(large(64, 3));
                    return 0;
                  };
              var sent = own.submit(sending);
              var sum = sum(theirs.receiveBytes());
              sent.get();
              return sum;
            }
          });
      Callable<Object> sending =
          () -> {
            pipe.first().sendBytes(large(64, 5));
            return 0;
          };
      var sent = threads.submit(sending);
      assertEquals(sum(large(64, 3)), sum(pipe.first().receiveBytes(Child.LIMIT)));
      sent.get(20, TimeUnit.SECONDS);
      assertEquals(sum(large(64, 5)), other.get(Child.LIMIT));
    }
  }

  /** A message whose every byte follows from who sent it and its number. */
  private static byte[] message(int sender, int number, int length) {
    var bytes = new byte[2 + Integer.BYTES + length];
    Arrays.fill(bytes, (byte) (31 * number + sender));
    bytes[0] = (byte) sender;
    for (var i = 0; i < Integer.BYTES; i++) {
      bytes[1 + i] = (byte) (number >>> 8 * i);
    }
    return bytes;
  }

  private static int number(byte[] message) {
    var number = 0;
    for (var i = Integer.BYTES - 1; i >= 0; i--) {
      number = number << 8 | message[1 + i] & 0xff;
    }
    return number;
  }

  private static void check(byte[] message, int sender, int number) {
    assertArrayEquals(message(sender, number, message.length - 2 - Integer.BYTES), message);
  }

  /** Mostly short; a few of several pieces. */
  private static int length(int number) {
    return number % 97 == 0 ? 70_000 + number : number * 7919 % 300;
  }

  private static void sendAll(Connection end, int sender, int count) throws Exception {
    for (var number = 0; number < count; number++) {
      end.send(message(sender, number, length(number)));
    }
  }

  /** Two threads at once. */
  private static Object sendTwice(Connection end, int first, int count) throws Exception {
    try (var threads = Executors.newFixedThreadPool(2)) {
      Callable<Object> one =
          () -> {
            sendAll(end, first, count);
            return 0;
          };
      var other = threads.submit(one);
      sendAll(end, first + 1, count);
      return other.get();
    }
  }

  @Test
  void messagesOfSeveralSendersNeverMix() throws Exception {
    var count = 3_000;
    try (var pipe = Pipe.oneWay();
        var one = new Child();
        var two = new Child()) {
      var end = pipe.sender();
      var results =
          List.of(
              one.start(() -> sendTwice(end, 0, count)), two.start(() -> sendTwice(end, 2, count)));
      var next = new int[SENDERS];
      for (var i = 0; i < SENDERS * count; i++) {
        var message = pipe.receiver().receiveBytes(Child.LIMIT);
        var sender = message[0];
        check(message, sender, next[sender]++);
      }
      for (var result : results) {
        result.get(Child.LIMIT);
      }
      assertEquals(0, pipe.abandonedMessages());
    }
  }

  /** The sum of the numbers that it got, until one below zero. */
  private static long receiveAll(Connection end) throws Exception {
    var sum = 0L;
    for (var last = -1; ; ) {
      var message = end.receiveBytes();
      var number = number(message);
      check(message, 0, number);
      if (number < 0) {
        return sum;
      }
      assertTrue(number > last, number + " after " + last);
      last = number;
      sum += number;
    }
  }

  @Test
  void eachMessageGoesToOneOfSeveralReceivers() throws Exception {
    var count = 10_000;
    try (var pipe = Pipe.oneWay();
        var one = new Child();
        var two = new Child()) {
      var end = pipe.receiver();
      var results = List.of(one.start(() -> receiveAll(end)), two.start(() -> receiveAll(end)));
      sendAll(pipe.sender(), 0, count);
      pipe.sender().send(message(0, -1, 0));
      pipe.sender().send(message(0, -1, 0));
      var sum = 0L;
      for (var result : results) {
        sum += (Long) result.get(Child.LIMIT);
      }
      assertEquals((count - 1L) * count / 2, sum);
    }
  }

  @Test
  void whatIsReadWasWrittenBefore() throws Exception {
    stream(300_000);
  }

  @Test
  @Tag("stress")
  void whatIsReadWasWrittenBeforeMillionsOfTimes() throws Exception {
    stream(20_000_000);
  }

  /** Every byte of every message is checked: one that is seen too early is an older one. */
  private static void stream(int count) throws Exception {
    try (var pipe = Pipe.oneWay();
        var child = new Child()) {
      var end = pipe.sender();
      var other =
          child.start(() -> {
            for (var number = 0; number < count; number++) {
              end.sendBytes(message(0, number, number % 41));
            }
            return count;
          });
      for (var number = 0; number < count; number++) {
        var message = pipe.receiver().receiveBytes(Child.LIMIT);
        var expected = (byte) (31 * number);
        for (var i = 1 + Integer.BYTES; i < message.length; i++) {
          if (message[i] != expected) {
            check(message, 0, number);
          }
        }
        assertEquals(number, number(message));
        assertEquals(2 + Integer.BYTES + number % 41, message.length);
      }
      assertEquals(count, other.get(Child.LIMIT));
    }
  }

  @Test
  void tenThousandRoundTrips() throws Exception {
    pingPong(10_000, 0);
  }

  @Test
  void roundTripsWithSleepInBetween() throws Exception {
    pingPong(300, 300_000);
  }

  @Test
  void roundTripsWithProcessesThatCannotWakeEachOther() throws Exception {
    pingPong(300, 300_000, "-Dspeedup.waiting=park");
  }

  private static void pingPong(int rounds, long pauseNanos, String... flags) throws Exception {
    try (var pipe = Pipe.twoWay();
        var child = new Child(flags)) {
      var theirs = pipe.second();
      var other =
          child.start(() -> {
            for (var i = 0; i < rounds; i++) {
              LockSupport.parkNanos(i % 2 * pauseNanos);
              theirs.send(theirs.receive());
            }
            theirs.sendBytes(theirs.receiveBytes());
            return rounds;
          });
      var mine = pipe.first();
      for (var i = 0; i < rounds; i++) {
        mine.send(i);
        LockSupport.parkNanos(i % 3 * pauseNanos);
        assertEquals(i, mine.receive(Child.LIMIT));
      }
      var bytes = large(2, 11);
      mine.sendBytes(bytes);
      assertArrayEquals(bytes, mine.receiveBytes(Child.LIMIT));
      assertEquals(rounds, other.get(Child.LIMIT));
    }
  }
}
