package speedup.wire;

import java.io.Externalizable;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.AbstractCollection;
import java.util.Iterator;

/** Ordinary Serializable classes for the tests of the wire, some of them odd. */
@SuppressWarnings({"unused", "serial"})
final class Beans {
  private Beans() {}

  static final class Config implements Serializable {
    static final Object SHARED = new Object();
    private final transient Object cache = new Object();
    private final Object logger;

    Config(Object logger) {
      this.logger = logger;
    }
  }

  static final class Task implements Serializable {
    private final String name = "task";
    private final Config config;

    Task(Config config) {
      this.config = config;
    }
  }

  static class Super implements Serializable {
    private final Object inherited;

    Super(Object inherited) {
      this.inherited = inherited;
    }
  }

  static final class Sub extends Super {
    private final int own = 1;

    Sub(Object inherited) {
      super(inherited);
    }
  }

  /** Crosses as something else that holds its secret. */
  static final class Replaced implements Serializable {
    private final Object secret;

    Replaced(Object secret) {
      this.secret = secret;
    }

    private Object writeReplace() {
      return new Values.Bean(secret);
    }
  }

  /** Crosses as something else that is made only then. */
  static final class MakesAnother implements Serializable {
    private Object writeReplace() {
      return new Values.Bean(new Object());
    }
  }

  /** Writes itself. */
  public static final class External implements Externalizable {
    private Object secret;

    /** For the JDK. */
    public External() {}

    External(Object secret) {
      this.secret = secret;
    }

    @Override
    public void writeExternal(ObjectOutput out) throws IOException {
      out.writeObject(secret);
    }

    @Override
    public void readExternal(ObjectInput in) throws IOException, ClassNotFoundException {
      secret = in.readObject();
    }
  }

  /** Writes a field that it calls transient. */
  static final class Handmade implements Serializable {
    private final transient Object secret;

    Handmade(Object secret) {
      this.secret = secret;
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
      out.writeObject(secret);
    }
  }

  /** Refuses to be written, in its own words. */
  static final class Denying implements Serializable {
    private void writeObject(ObjectOutputStream out) throws IOException {
      throw new NotSerializableException("no, not me");
    }
  }

  /** A collection without an end. */
  static final class Endless extends AbstractCollection<Object> implements Serializable {
    private final Object hidden;

    Endless(Object hidden) {
      this.hidden = hidden;
    }

    @Override
    public Iterator<Object> iterator() {
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return true;
        }

        @Override
        public Object next() {
          return "again";
        }
      };
    }

    @Override
    public int size() {
      return Integer.MAX_VALUE;
    }
  }

  /** A collection that cannot be walked. */
  static final class Angry extends AbstractCollection<Object> implements Serializable {
    private final Object hidden;

    Angry(Object hidden) {
      this.hidden = hidden;
    }

    @Override
    public Iterator<Object> iterator() {
      throw new UnsupportedOperationException("no");
    }

    @Override
    public int size() {
      return 1;
    }
  }
}
