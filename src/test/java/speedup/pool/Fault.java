package speedup.pool;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;

/** Everything that a task can do to its process. Each strikes where it is called. */
enum Fault {
  THROW {
    @Override
    void strike() {
      throw new IllegalStateException("struck");
    }
  },
  THROW_ERROR {
    @Override
    void strike() {
      throw new AssertionError("struck");
    }
  },
  EXIT {
    @Override
    void strike() {
      System.exit(7);
    }
  },
  HALT {
    @Override
    void strike() {
      Runtime.getRuntime().halt(8);
    }
  },
  SIGKILL {
    @Override
    void strike() {
      signal("-KILL");
    }
  },
  /** A crash in native code, as far as the JVM can tell. */
  SIGSEGV {
    @Override
    void strike() {
      signal("-SEGV");
    }
  },
  FILL_HEAP {
    @Override
    void strike() {
      var taken = new ArrayList<byte[]>();
      while (!taken.contains(new byte[0])) {
        taken.add(new byte[1_000_000]);
      }
    }
  },
  /** Leaves not even room to say so. */
  FILL_HEAP_FOR_GOOD {
    @Override
    void strike() {
      for (var size = 1 << 20; ; size = Math.max(16, size / 2)) {
        try {
          while (size > 0) {
            HOARD = new Object[] {HOARD, new byte[size]};
          }
        } catch (OutOfMemoryError e) {
          if (size == 16) {
            throw e;
          }
        }
      }
    }
  },
  OVERFLOW_STACK {
    @Override
    void strike() {
      deeper(0);
    }
  },
  LOOP {
    @Override
    void strike() {
      while (!Thread.currentThread().getName().isEmpty()) {
        Thread.onSpinWait();
      }
    }
  },
  /** As a task would close it. */
  CLOSE_OUTPUT {
    @Override
    void strike() {
      System.out.close();
    }
  },
  /** The standard output itself, behind the back of System.out. */
  CLOSE_DESCRIPTOR {
    @Override
    void strike() {
      try {
        new FileOutputStream(FileDescriptor.out).close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  },
  /** By a program that inherits the standard streams. */
  PRINT_FROM_CHILD {
    @Override
    void strike() {
      try {
        new ProcessBuilder("echo", "hello, world").inheritIO().start().waitFor();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  },
  PRINT_MUCH {
    @Override
    void strike() {
      print(3);
    }
  },
  LEAVE_THREADS {
    @Override
    void strike() {
      for (var i = 0; i < 3; i++) {
        Thread.ofPlatform()
            .daemon(false)
            .start(() -> {
              synchronized (LOCK) {
                try {
                  LOCK.wait();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              }
            });
      }
    }
  };

  private static final Object LOCK = new Object();
  static volatile Object HOARD; // keeps what it is given

  abstract void strike();

  /** Whether this runs in a worker rather than in the test. */
  static boolean inWorker() {
    return System.getProperty("speedup.worker") != null;
  }

  /** Says what comes, then does it; nothing in the parent. */
  void strikeInWorker() {
    if (inWorker()) {
      System.out.println("about to " + name());
      strike();
    }
  }

  static void print(int megabytes) {
    var line = "x".repeat(99) + "\n";
    for (var i = 0; i < megabytes * 10_000; i++) {
      System.out.print(line);
    }
  }

  private static int deeper(int depth) {
    return 1 + deeper(depth + 1);
  }

  private static void signal(String signal) {
    try {
      new ProcessBuilder("kill", signal, Long.toString(ProcessHandle.current().pid()))
          .start()
          .waitFor();
      synchronized (LOCK) {
        LOCK.wait(60_000); // it takes a moment to arrive
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
