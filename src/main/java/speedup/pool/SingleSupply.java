package speedup.pool;

import speedup.wire.OutBuffer;

/** One call of a function: its argument was serialised when it was asked for. */
final class SingleSupply implements Supply {
  private final byte[] argument;
  private final String inWords;
  private final TaskFuture<Object> result;

  SingleSupply(byte[] argument, String inWords, TaskFuture<Object> result) {
    this.argument = argument;
    this.inWords = inWords;
    this.result = result;
  }

  @Override
  public Ticket cut(Job job, int number) {
    return number == 0 ? new Ticket(job, 0, 0, 1, null) : null;
  }

  @Override
  public int left(Job job) {
    return 1 - job.cutSoFar();
  }

  @Override
  public boolean drained(Job job) {
    return job.cutSoFar() > 0;
  }

  @Override
  public byte[] argument(Ticket ticket, OutBuffer scratch) {
    return argument;
  }

  @Override
  public void accept(int worker, long pid, Ticket ticket, Object value) {
    result.deliver(value);
  }

  @Override
  public boolean failed(Ticket ticket, PoolException why) {
    return false;
  }

  @Override
  public String argumentInWords(Ticket ticket) {
    return inWords;
  }
}
