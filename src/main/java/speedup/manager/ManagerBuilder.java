package speedup.manager;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import speedup.ipc.Pipe;
import speedup.pool.ChildProcess;
import speedup.pool.ChildProcessBuilder;
import speedup.wire.ClassFilter;

/** Settings of a new {@link Manager}. Used by one thread. */
public final class ManagerBuilder {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final Set<String> admitted = new LinkedHashSet<>(ClassFilter.SHARED);
  private String name = "manager " + COUNT.incrementAndGet();
  private String[] jvmFlags = {};
  private long memory;

  ManagerBuilder(Class<?> caller) {
    admitted.add(ClassFilter.prefixOf(caller));
  }

  /**
   * Admits classes to cross to the manager and back, beside plain values, shared objects, proxies
   * and the package that makes the manager.
   *
   * @param packages prefixes of class names, such as {@code com.acme.}
   * @throws IllegalArgumentException when one is blank
   */
  public ManagerBuilder admit(String... packages) {
    for (var prefix : packages) {
      if (prefix.isBlank()) {
        throw new IllegalArgumentException("name a package, such as \"com.acme.\"");
      }
    }
    admitted.addAll(List.of(packages));
    return this;
  }

  /** A name for people; {@code manager 1}, {@code manager 2}, ... otherwise. */
  public ManagerBuilder name(String text) {
    name = text;
    return this;
  }

  /** Flags for its JVM, such as {@code -Xss4m}; later ones win. */
  public ManagerBuilder jvmFlags(String... flags) {
    jvmFlags = flags.clone();
    return this;
  }

  /**
   * Most memory for the objects.
   *
   * @param bytes as in {@link ChildProcessBuilder#memoryLimit}
   */
  public ManagerBuilder memoryLimit(long bytes) {
    memory = bytes;
    return this;
  }

  /**
   * Starts the manager and waits until it lets this process in.
   *
   * @throws speedup.pool.PoolException.StartFailed when the system refuses
   * @throws ManagerException.Ended when its process ends at once
   */
  public Manager start() {
    var door = Pipe.oneWay("speedup.manager.");
    var manager = ThreadLocalRandom.current().nextLong();
    var prefixes = List.copyOf(admitted);
    var body = new ServerBody(manager, door.receiver(), door.sender(), prefixes);
    var builder =
        ChildProcess.builder(body)
            .name(name)
            .daemon(true)
            .jvmFlags(jvmFlags)
            .admit(prefixes.toArray(String[]::new));
    var process = (memory == 0 ? builder : builder.memoryLimit(memory)).build();
    var started = false;
    try {
      process.start();
      var first = Channel.open(door.sender(), process::isAlive);
      var address = new Address(first.welcome().process(), door.sender());
      var link = new ClientLink(manager, address, first);
      Links.add(link);
      started = true;
      return new Manager(process, door, link);
    } finally {
      if (!started) {
        door.close();
      }
    }
  }
}
