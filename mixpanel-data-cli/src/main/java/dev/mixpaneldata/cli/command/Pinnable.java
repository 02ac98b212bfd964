package dev.mixpaneldata.cli.command;

import dev.mixpaneldata.bridge.board.Question;
import java.io.IOException;

/** A command whose answer can be pinned to a board. */
public interface Pinnable {
  /**
   * Returns the question that the command's arguments ask.
   *
   * @throws dev.mixpaneldata.error.MixpanelDataException {@code INVALID_ARGUMENT} if the command
   *     changes something
   */
  Question question() throws IOException;
}
