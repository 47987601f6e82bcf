package speedup.pool;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.concurrent.locks.LockSupport;

/** Arguments and results in which a {@link Fault} waits, and the function that is given them. */
sealed interface Bomb {
  /** Goes off in the function. */
  record Running(Fault fault) implements Bomb {}

  /** Goes off in the record's constructor, in the worker. */
  record ArgumentRecord(Fault fault) implements Bomb {
    public ArgumentRecord {
      fault.strikeInWorker();
    }
  }

  /** Goes off in {@code readObject}, in the worker. */
  final class ArgumentObject implements Bomb, Serializable {
    private final Fault fault;

    ArgumentObject(Fault fault) {
      this.fault = fault;
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
      in.defaultReadObject();
      fault.strikeInWorker();
    }
  }

  /** Has the function return a record whose accessor goes off in the worker. */
  record ResultRecord(Fault fault) implements Bomb {}

  /** Has the function return an object whose {@code writeObject} goes off. */
  record ResultObject(Fault fault) implements Bomb {}

  /** Has the function return a record whose constructor goes off in the parent. */
  record ParentRecord(Fault fault) implements Bomb {}

  /** Has the function return an object whose {@code readObject} goes off in the parent. */
  record ParentObject(Fault fault) implements Bomb {}

  /** Has the function return something that is not Serializable. */
  record UnsendableResult() implements Bomb {}

  /** Has the function return something of a class that the parent does not admit. */
  record UnadmittedResult() implements Bomb {}

  /** Cannot be sent itself. */
  record UnsendableArgument(Object what) implements Bomb {}

  /** Leaves a thread behind that goes off when the worker has nothing to do. */
  record Later(Fault fault) implements Bomb {}

  /** What tests map: numbers are squared, bombs go off. */
  static Object work(Object item) {
    return switch (item) {
      case Integer number -> number * number;
      case Running(var fault) -> {
        fault.strikeInWorker();
        yield "whole";
      }
      case ResultRecord(var fault) -> new AccessorBomb(fault);
      case ResultObject(var fault) -> new WriteBomb(fault);
      case ParentRecord(var fault) -> new ConstructorBomb(fault);
      case ParentObject(var fault) -> new ReadBomb(fault);
      case UnsendableResult _ -> new Object();
      case UnadmittedResult _ -> java.net.URI.create("a:b");
      case Later(var fault) -> {
        var worker = Thread.currentThread();
        Thread.ofPlatform()
            .daemon()
            .start(() -> {
              while (worker.getState() != Thread.State.WAITING) { // for the next task
                LockSupport.parkNanos(1_000_000);
              }
              fault.strikeInWorker();
            });
        yield "whole";
      }
      default -> "whole";
    };
  }

  /** See {@link ResultRecord}. */
  record AccessorBomb(Fault fault) {
    @Override
    public Fault fault() {
      fault.strikeInWorker();
      return fault;
    }
  }

  /** See {@link ResultObject}. */
  final class WriteBomb implements Serializable {
    private final Fault fault;

    WriteBomb(Fault fault) {
      this.fault = fault;
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
      out.defaultWriteObject();
      fault.strikeInWorker();
    }
  }

  /** See {@link ParentRecord}. */
  record ConstructorBomb(Fault fault) {
    public ConstructorBomb {
      if (!Fault.inWorker()) {
        fault.strike();
      }
    }
  }

  /** See {@link ParentObject}. */
  final class ReadBomb implements Serializable {
    private final Fault fault;

    ReadBomb(Fault fault) {
      this.fault = fault;
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
      in.defaultReadObject();
      if (!Fault.inWorker()) {
        fault.strike();
      }
    }
  }
}
