package jimu.engine.data.csv;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jimu.engine.data.DataException;

/**
 * Reads the rows of a file by RFC 4180: cells between commas, quoted where they hold commas, quotes (doubled) or line breaks.
 *
 * <p>The text is UTF-8, with or without a byte order mark; lines end with CR LF, LF or CR; empty lines are passed over.
 */
final class CsvReader implements Closeable {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int END = -1;

    private final Path file;
    private final BufferedReader in;
    private final StringBuilder cell = new StringBuilder();
    private int next;
    private long position = 1;
    private long line = 1;

    CsvReader(Path file) throws IOException {
        this.file = file;
        in = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        next = in.read();
        if (next == BYTE_ORDER_MARK) {
            next = in.read();
        }
    }

    /** The line on which the row read last begins, from 1. */
    long line() {
        return line;
    }

    /** The cells of the next row that is not empty, or none at the end of the file. */
    List<String> row() throws IOException, DataException {
        while (next == '\r' || next == '\n') {
            endLine();
        }
        line = position;
        List<String> cells = new ArrayList<>();
        if (next == END) {
            return cells;
        }
        cells.add(cell());
        while (next == ',') {
            advance();
            cells.add(cell());
        }
        if (next != END) {
            endLine();
        }
        return cells;
    }

    private String cell() throws IOException, DataException {
        cell.setLength(0);
        if (next == '"') {
            quoted();
            return cell.toString();
        }
        while (next != ',' && next != '\r' && next != '\n' && next != END) {
            if (next == '"') {
                throw new DataException("csv.quote", file, position);
            }
            cell.append((char) next);
            advance();
        }
        return cell.toString();
    }

    private void quoted() throws IOException, DataException {
        long opened = position;
        advance();
        while (true) {
            if (next == END) {
                throw new DataException("csv.open", file, opened);
            }
            if (next == '"') {
                advance();
                if (next != '"') {
                    break;
                }
            }
            if (next == '\n') {
                position++;
            }
            cell.append((char) next);
            advance();
        }
        if (next != ',' && next != '\r' && next != '\n' && next != END) {
            throw new DataException("csv.quote", file, position);
        }
    }

    private void endLine() throws IOException {
        boolean carriage = next == '\r';
        advance();
        if (carriage && next == '\n') {
            advance();
        }
        position++;
    }

    private void advance() throws IOException {
        next = in.read();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
