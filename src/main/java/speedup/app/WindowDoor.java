package speedup.app;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.INFO;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channel;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import speedup.ui.Arrivals;

/**
 * Lets a person have one window: the first start holds a lock, and further ones hand over to it
 * what they were to open. They speak through a socket in a folder that only this user can enter, so
 * there is no port, and the system takes the lock from a process that is killed. Where none of this
 * is possible, each start has a window of its own. Thread-safe.
 */
final class WindowDoor implements Arrivals, AutoCloseable {
  /** A program that is starting needs some of this before it can answer. */
  private static final Duration PATIENCE = Duration.ofSeconds(6);

  /** For one conversation. */
  private static final Duration LIMIT = Duration.ofSeconds(2);

  private static final long RETRY_MILLIS = 50;
  private static final int MOST_WAITING = 32;
  private static final System.Logger LOG = System.getLogger(WindowDoor.class.getName());

  private final Path folder;
  private final Queue<Optional<Path>> waiting = new ArrayDeque<>(); // guarded by this
  private Consumer<Optional<Path>> window; // guarded by this
  private FileChannel lock;
  private ServerSocketChannel door;

  /**
   * A door that is not there yet.
   *
   * @param data where this person's files are kept
   */
  WindowDoor(Path data) {
    folder = data.resolve("window");
  }

  /**
   * Goes to the window that is open, else takes the place of the first.
   *
   * @param file what is to be opened
   * @return whether a window that is open already has it now; else this start opens one itself
   */
  boolean handOver(Optional<Path> file) {
    var whole = file.map(name -> name.toAbsolutePath().normalize());
    if (!isTaken(whole)) {
      whole.ifPresent(name -> arrived(Optional.of(name)));
      return false;
    }
    return true;
  }

  private boolean isTaken(Optional<Path> file) {
    try {
      makeFolder();
      var end = System.nanoTime() + PATIENCE.toNanos();
      while (!lock()) {
        if (ask(file)) {
          return true;
        }
        if (System.nanoTime() > end) {
          LOG.log(INFO, "the window that is open does not answer");
          return false;
        }
        Thread.sleep(RETRY_MILLIS);
      }
      open();
    } catch (IOException | UnsupportedOperationException e) {
      LOG.log(DEBUG, "further starts will open windows of their own", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  private Path socket() {
    return folder.resolve("socket");
  }

  private void makeFolder() throws IOException {
    var posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    var onlyMe = PosixFilePermissions.fromString("rwx------");
    // also for the folders above, where they are not there yet
    Files.createDirectories(
        folder,
        posix
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(onlyMe)}
            : new FileAttribute<?>[0]);
    var mine = Files.createTempFile(folder, "owner", ".tmp");
    try {
      if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
          || !Files.getOwner(folder).equals(Files.getOwner(mine))) {
        throw new IOException(folder + " belongs to somebody else");
      }
    } finally {
      Files.delete(mine);
    }
    if (posix) {
      Files.setPosixFilePermissions(folder, onlyMe);
    }
  }

  private boolean lock() throws IOException {
    var channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        lock = channel;
        return true;
      }
    } catch (OverlappingFileLockException e) {
      LOG.log(DEBUG, "another part of this process has the window", e);
    }
    channel.close();
    return false;
  }

  private boolean ask(Optional<Path> file) {
    try (var other = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      limit(other);
      other.connect(UnixDomainSocketAddress.of(socket()));
      return Handover.ask(other, file);
    } catch (IOException e) {
      LOG.log(DEBUG, "the first window does not answer yet", e);
      return false;
    }
  }

  /** Whoever has the lock may take away what a killed process left. */
  private void open() throws IOException {
    Files.deleteIfExists(socket());
    door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    door.bind(UnixDomainSocketAddress.of(socket()));
    Thread.ofPlatform().name("window door").daemon().start(this::receive);
  }

  private void receive() {
    while (true) {
      try (var other = door.accept()) {
        limit(other);
        arrived(Handover.answer(other));
      } catch (ClosedChannelException e) {
        if (!door.isOpen()) {
          return;
        }
        LOG.log(DEBUG, "a start took too long to say what it wants", e);
      } catch (IOException e) {
        LOG.log(DEBUG, "what a start said is of no use", e);
      }
    }
  }

  /** Whoever says nothing does not keep others waiting. */
  private static void limit(Channel conversation) {
    CompletableFuture.delayedExecutor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)
        .execute(() -> end(conversation));
  }

  private static void end(Channel conversation) {
    try {
      conversation.close();
    } catch (IOException e) {
      LOG.log(DEBUG, "closing", e);
    }
  }

  private synchronized void arrived(Optional<Path> file) {
    if (window != null) {
      window.accept(file);
    } else if (waiting.size() < MOST_WAITING) {
      waiting.add(file);
    }
  }

  @Override
  public synchronized void listen(Consumer<Optional<Path>> next) {
    window = next;
    waiting.forEach(window);
    waiting.clear();
  }

  /** Another start may have the window from now on. */
  @Override
  public void close() {
    try {
      if (door != null) {
        door.close();
        Files.deleteIfExists(socket());
      }
      if (lock != null) {
        lock.close();
      }
    } catch (IOException e) {
      LOG.log(DEBUG, "the next start takes away what is left", e);
    }
  }
}
