package dev.mixpaneldata.storage.load;

import dev.mixpaneldata.internal.line.LineScanner;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;
import org.jspecify.annotations.Nullable;

/**
 * Gives the engine the rows of the parts. Each engine thread has a part of its own, and shares that
 * of another if none is left. It works even if the engine has no access to files, as the files are
 * read here.
 */
final class PartFunction implements DuckDBTableFunction<PartQueue, PartQueue, PartFunction.Worker> {
  private final PartQueue queue;
  private final List<StagingColumn> columns;
  private final Supplier<LineScanner> scanners;
  private final int threads;

  PartFunction(
      PartQueue queue, List<StagingColumn> columns, Supplier<LineScanner> scanners, int threads) {
    this.queue = queue;
    this.columns = columns;
    this.scanners = scanners;
    this.threads = threads;
  }

  @Override
  public PartQueue bind(DuckDBTableFunctionBindInfo info) {
    for (StagingColumn column : columns) {
      info.addResultColumn(column.name(), column.sourceType());
    }
    return queue;
  }

  @Override
  public PartQueue init(DuckDBTableFunctionInitInfo info) {
    info.setMaxThreads(threads);
    return queue;
  }

  @Override
  public Worker localInit(DuckDBTableFunctionInitInfo info) {
    return new Worker(
        queue, scanners.get(), columns.stream().map(column -> column.writer().get()).toList());
  }

  @Override
  public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter chunk)
      throws IOException {
    Worker worker = info.getLocalInitData();
    return worker.fill(chunk);
  }

  /** The state of one engine thread. */
  static final class Worker {
    private final PartQueue queue;
    private final LineScanner scanner;
    private final List<ColumnWriter> writers;
    private @Nullable PartReader reader;

    Worker(PartQueue queue, LineScanner scanner, List<ColumnWriter> writers) {
      this.queue = queue;
      this.scanner = scanner;
      this.writers = writers;
    }

    /** Fills the chunk with rows and returns their number; 0 at the end. */
    int fill(DuckDBDataChunkWriter chunk) throws IOException {
      for (int i = 0; i < writers.size(); i++) {
        writers.get(i).begin(chunk.vector(i));
      }
      int rows = 0;
      try {
        rows = readRows((int) chunk.capacity());
      } catch (IOException | RuntimeException e) {
        queue.failed(reader == null ? 0 : reader.part().number(), e);
        throw e;
      }
      for (ColumnWriter writer : writers) {
        writer.flush(rows);
      }
      queue.rowsRead(rows);
      return rows;
    }

    private int readRows(int capacity) throws IOException {
      int row = 0;
      PartReader current = reader;
      while (row < capacity) {
        if (current == null) {
          current = openNext();
          if (current == null) {
            return row;
          }
        }
        if (current.next()) {
          for (ColumnWriter writer : writers) {
            writer.write(row, current);
          }
          row++;
        } else {
          queue.finished(current.part());
          current = null;
        }
      }
      return row;
    }

    private @Nullable PartReader openNext() throws IOException {
      reader =
          queue.next().map(part -> new PartReader(part, scanner, queue::setAside)).orElse(null);
      return reader;
    }
  }
}
