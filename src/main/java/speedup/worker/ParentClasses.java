package speedup.worker;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import speedup.wire.FrameWriter;
import speedup.wire.Message.ClassFile;
import speedup.wire.Message.ClassWanted;

/**
 * Classes that only the parent has, such as those typed into jshell or compiled from a single
 * source file: the parent is asked for what is not on the class path of this process.
 */
final class ParentClasses extends ClassLoader {
  static {
    registerAsParallelCapable();
  }

  private static final long ANSWER_SECONDS = 10;

  private final FrameWriter frames;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<String, byte[]> files = new HashMap<>(); // guarded by lock

  ParentClasses(FrameWriter frames) {
    super("parent", ParentClasses.class.getClassLoader());
    this.frames = frames;
  }

  /** Called on the thread that reads from the parent. */
  void arrived(ClassFile file) {
    lock.lock();
    try {
      files.put(file.name(), file.bytes());
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes;
    try {
      frames.add(new ClassWanted(name));
      frames.flush();
      bytes = await(name);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
    if (bytes == null || bytes.length == 0) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }

  /**
   * Waits for the answer. An interrupt, meant for the task, comes into force after that: a class
   * that could not be found once stays missing for all later tasks.
   */
  private byte[] await(String name) {
    var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(ANSWER_SECONDS);
    var interrupted = false;
    lock.lock();
    try {
      while (!files.containsKey(name) && deadline - System.nanoTime() > 0) {
        try {
          changed.awaitNanos(deadline - System.nanoTime());
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      return files.remove(name);
    } finally {
      lock.unlock();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
