package dms.rules

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test
import java.io.ByteArrayOutputStream
import java.io.PrintStream
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.Paths

/** The example in the READMEs is the program that stands beside this test, and prints what they say. */
class ReadmeTest {
    @Test
    fun `the README shows the example, and what it prints`() {
        assertEquals(listOf(example()), fenced(Paths.get("README.md"), "kotlin"))
        assertEquals(listOf(printed()), fenced(Paths.get("README.md"), "text"))
    }

    @Test
    fun `the project's README shows the same example`() {
        val blocks = fenced(Paths.get("..", "README.md"), "kotlin")
        assertEquals(List(blocks.size) { example() }, blocks)
    }

    private fun example() = read(Paths.get("src", "test", "kotlin", "ReadmeExample.kt"))

    private fun printed(): String {
        val screen = System.out
        val output = ByteArrayOutputStream()
        System.setOut(PrintStream(output, true, "UTF-8"))
        try {
            Class.forName("ReadmeExampleKt").getMethod("main").invoke(null)
        } finally {
            System.setOut(screen)
        }
        return output.toString("UTF-8").replace(System.lineSeparator(), "\n")
    }

    private fun fenced(page: Path, language: String): List<String> =
        if (Files.exists(page)) {
            Regex("^```$language\n(.*?)^```$", setOf(RegexOption.MULTILINE, RegexOption.DOT_MATCHES_ALL))
                .findAll(read(page)).map { it.groupValues[1] }.toList()
        } else {
            emptyList()
        }

    private fun read(path: Path) = String(Files.readAllBytes(path), Charsets.UTF_8)
}
