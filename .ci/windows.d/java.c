/* Stands for java.exe where the launchers for Windows are tried: notes its arguments in the file
   CALLS, makes the archive of class data that it is asked for, prints its last argument, copies its
   input where the MCP server was started, and ends with STATUS. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int count, char **arguments) {
  static const char archive[] = "-XX:ArchiveClassesAtExit=";
  FILE *calls = fopen(getenv("CALLS"), "a");
  int training = 0, serving = 0;
  if (calls == NULL) return 99;
  for (int i = 1; i < count; i++) {
    fprintf(calls, "%s\n", arguments[i]);
    if (strncmp(arguments[i], archive, strlen(archive)) == 0) {
      FILE *made = fopen(arguments[i] + strlen(archive), "w");
      if (made == NULL) return 98;
      fputs("class data", made);
      fclose(made);
      training = 1;
    }
    serving |= strstr(arguments[i], ".McpServerMain") != NULL;
  }
  fputs("--\n", calls);
  fclose(calls);
  if (training) return 0;
  printf("ran %s\n", arguments[count - 1]);
  if (serving) {
    for (int c = getchar(); c != EOF; c = getchar()) putchar(c);
  }
  return getenv("STATUS") == NULL ? 0 : atoi(getenv("STATUS"));
}
