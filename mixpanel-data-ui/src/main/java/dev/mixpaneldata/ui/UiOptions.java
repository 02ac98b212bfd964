package dev.mixpaneldata.ui;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.bridge.board.Answers;
import dev.mixpaneldata.bridge.board.Boards;
import dev.mixpaneldata.bridge.board.Question;
import dev.mixpaneldata.error.Vocabulary;
import java.time.Clock;
import java.util.function.Function;

/**
 * The surroundings of a page.
 *
 * @param workspace the project
 * @param boards the boards of this user
 * @param answers who answers the questions of boards
 * @param writes whether the page may fill local tables and change boards
 * @param demo whether the project is a made-up one
 * @param clock gives the time of answers
 * @param port the port to listen on; 0 for a free one
 * @param words names operations and parameters in hints
 * @param command returns the command line that asks a question
 */
public record UiOptions(
    Workspace workspace,
    Boards boards,
    Answers answers,
    boolean writes,
    boolean demo,
    Clock clock,
    int port,
    Vocabulary words,
    Function<Question.OfOperation, String> command) {}
