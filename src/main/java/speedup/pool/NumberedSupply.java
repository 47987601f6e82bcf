package speedup.pool;

import speedup.wire.NotSendableException;
import speedup.wire.OutBuffer;
import speedup.wire.ValueWriter;

/** The chunks of a {@link JobSpec}. */
record NumberedSupply(JobSpec<Object, Object> spec) implements Supply {
  @Override
  public Ticket cut(Job job, int number) {
    return number < spec.chunks() ? new Ticket(job, number, number, 1, null) : null;
  }

  @Override
  public int left(Job job) {
    return spec.chunks() - job.cutSoFar();
  }

  @Override
  public boolean drained(Job job) {
    return job.cutSoFar() >= spec.chunks();
  }

  @Override
  public byte[] argument(Ticket ticket, OutBuffer scratch) throws NotSendableException {
    return ValueWriter.toBytes(
        spec.argument().apply(ticket.number), scratch, ticket.job.terms.filter());
  }

  @Override
  public int items(Ticket ticket) {
    var items = spec.items().applyAsInt(ticket.number);
    if (items < 0) {
      throw new IllegalArgumentException(items + " items in a chunk");
    }
    return items;
  }

  @Override
  public void accept(int worker, long pid, Ticket ticket, Object result) {
    spec.results().accept(worker, ticket.number, result);
  }

  @Override
  public boolean failed(Ticket ticket, PoolException why) {
    return false;
  }

  @Override
  public String argumentInWords(Ticket ticket) {
    return "chunk " + ticket.number;
  }
}
