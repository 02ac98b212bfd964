package dev.mixpaneldata.bridge.store;

import dev.mixpaneldata.bridge.oauth.GrantState;
import dev.mixpaneldata.bridge.oauth.GrantStore;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.LockedFile;
import dev.mixpaneldata.internal.json.Mappers;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The grant of one server and one account in an encrypted file. A lock beside it lets one thread of
 * one process at a time renew it: a refresh token works once.
 */
public final class GrantFile implements GrantStore {
  /** A renewal takes two seconds; a process that holds the lock longer is stuck. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private static final Duration PAUSE = Duration.ofMillis(20);

  private final PrivateFile file;
  private final PrivateFile lock;
  private final Seal seal;

  /**
   * @param belongsTo the server and the account, which the file is bound to
   */
  public GrantFile(Path file, String belongsTo, TokenKeys keys) {
    this.file = new PrivateFile(file);
    this.lock = new PrivateFile(Path.of(file + ".lock"));
    this.seal = new Seal(keys, belongsTo);
  }

  @Override
  public GrantState read() {
    return file.read().map(seal::open).map(GrantCodec::read).orElse(GrantState.EMPTY);
  }

  @Override
  public void write(GrantState state) {
    file.write(seal.close(GrantCodec.write(state)));
  }

  /** Where it is. */
  public Path path() {
    return file.path();
  }

  /** Removes the grant and its lock. */
  public void delete() {
    file.delete();
    lock.delete();
  }

  /** Where the key of the stored grant comes from; empty when nothing is stored. */
  public Optional<TokenKeys.Source> keySource() {
    return file.read().map(Mappers::read).map(Seal::source);
  }

  @Override
  public <T> T exclusively(Supplier<T> action) {
    try (LockedFile held = lock.lock(LONGEST_WAIT, PAUSE).orElseThrow(GrantFile::stuck)) {
      return action.get();
    } catch (ClosedByInterruptException e) {
      throw interrupted(e);
    } catch (IOException e) {
      throw new MixpanelDataException(
          ErrorCode.STORAGE_FAILED, "The lock " + lock.path() + " cannot be used: " + e, null, e);
    }
  }

  private static MixpanelDataException stuck() {
    return new MixpanelDataException(
        ErrorCode.TIMEOUT,
        "Another process has been renewing this sign-in for 30 seconds.",
        "End that process, or try again.");
  }

  private static MixpanelDataException interrupted(Exception e) {
    Thread.currentThread().interrupt();
    return new MixpanelDataException(ErrorCode.INTERRUPTED, "The call was stopped.", null, e);
  }
}
