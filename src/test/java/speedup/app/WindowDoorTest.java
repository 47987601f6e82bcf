package speedup.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Starts of the program, as processes, and what they say to each other. */
@Timeout(60)
class WindowDoorTest {
  @TempDir private Path data;

  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void end() {
    started.forEach(Process::destroyForcibly);
  }

  private Process start(String... file) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                DoorMain.class.getName(),
                data.toString()));
    command.addAll(List.of(file));
    var process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    started.add(process);
    return process;
  }

  @Test
  void aSecondStartHandsOverToTheFirstAndALaterOneFollowsAKilledOne() throws Exception {
    var first = start();
    var says = first.inputReader();
    assertEquals("first", says.readLine());

    var second = start("some run.speedup");
    assertEquals("handed over", second.inputReader().readLine());
    assertTrue(second.waitFor(30, TimeUnit.SECONDS));
    assertEquals(0, second.exitValue());
    assertEquals("opens " + Path.of("some run.speedup").toAbsolutePath(), says.readLine());

    talkNonsense();
    assertFalse(new WindowDoor(data.resolve("another")).handOver(Optional.empty()));
    var here = new WindowDoor(data);
    assertTrue(here.handOver(Optional.empty()));
    assertEquals("opens ", says.readLine());

    first.destroyForcibly().waitFor();
    assertTrue(Files.exists(data.resolve("window").resolve("socket")), "what it left behind");
    var third = start("mine.speedup");
    BufferedReader saysThird = third.inputReader();
    assertEquals("first", saysThird.readLine());
    assertEquals("opens " + Path.of("mine.speedup").toAbsolutePath(), saysThird.readLine());
    third.outputWriter().close();
    assertTrue(third.waitFor(30, TimeUnit.SECONDS));
    assertFalse(Files.exists(data.resolve("window").resolve("socket")), "taken away in order");
  }

  /** None of this may end it, or keep it from answering the next one. */
  private void talkNonsense() throws IOException {
    for (var nonsense :
        List.of(
            "",
            "GET / HTTP/1.1\r\n\r\n",
            "speedup-window 1\nrelative.speedup",
            "speedup-window 1\n/a\0b",
            "speedup-window 1\n/" + "x".repeat(Handover.MOST_BYTES))) {
      try (var channel = connect()) {
        channel.write(ByteBuffer.wrap(nonsense.getBytes(StandardCharsets.UTF_8)));
        channel.shutdownOutput();
        var answer = ByteBuffer.allocate(64);
        channel.read(answer);
        assertFalse(
            new String(answer.array(), StandardCharsets.UTF_8).startsWith("taken"), nonsense);
      } catch (IOException e) {
        assertTrue(nonsense.length() > 1_000, "only a message that is too long is cut off: " + e);
      }
    }
    connect(); // and says nothing
  }

  private SocketChannel connect() throws IOException {
    var channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    channel.connect(UnixDomainSocketAddress.of(data.resolve("window").resolve("socket")));
    return channel;
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void onlyThisUserCanEnterTheFolder() throws IOException {
    Files.createDirectory(
        data.resolve("window"),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    try (var door = new WindowDoor(data)) {
      assertFalse(door.handOver(Optional.empty()));
      assertEquals(
          "rwx------",
          PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("window"))));
    }
  }

  @Test
  void opensAWindowOfItsOwnWhereThereIsNoPlaceForALock() throws IOException {
    Files.writeString(data.resolve("window"), "a file in the way");
    var opened = new LinkedBlockingQueue<Optional<Path>>();
    try (var door = new WindowDoor(data)) {
      assertFalse(door.handOver(Optional.of(Path.of("run.speedup"))));
      door.listen(opened::add);
    }
    assertEquals(Optional.of(Path.of("run.speedup").toAbsolutePath()), opened.poll());
  }
}
