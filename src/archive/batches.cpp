#include "archive/batches.hpp"

#include <algorithm>
#include <utility>

#include "archive/archive_messages.hpp"

namespace tbsc94 {

namespace {

std::size_t line_ends_in(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    ++count;
  }
  return count;
}

}  // namespace

void line_cutter::begin(std::string source, std::string_view head, std::size_t first_line) {
  source_ = std::move(source);
  carried_.assign(head);
  line_ = first_line;
  skipping_ = false;
  ended_ = false;
}

bool line_cutter::next(byte_stream& from, batch& batch) {
  batch.source = source_;
  batch.first_line = line_;
  batch.text.assign(carried_.text());
  carried_.clear();
  while (true) {
    const auto got = from.read(batch.text, size_.bytes);
    if (skipping_) {
      skip_rest_of_line(batch);
    }
    if (!got) {
      batch.problems.push_back({source_, from.fault()});
      batch.text.clear();
    }
    if (!got || *got == 0) {
      ended_ = true;
      return !batch.text.text().empty();
    }
    const std::string_view text = batch.text.text();
    if (const std::size_t last_end = text.rfind('\n'); last_end != std::string_view::npos) {
      carried_.assign(text.substr(last_end + 1));
      line_ += line_ends_in(text);
      batch.text.cut(last_end + 1);
      return true;
    }
    if (text.size() > json::largest_document) {
      skipping_ = true;  // the reader refuses what is here of the line
      return true;
    }
  }
}

void line_cutter::skip_rest_of_line(batch& batch) {
  const std::size_t line_end = batch.text.text().find('\n');
  if (line_end == std::string_view::npos) {
    batch.text.clear();
    return;
  }
  batch.text.drop(line_end + 1);
  batch.first_line = ++line_;
  skipping_ = false;
}

void archive_cutter::begin(std::string source) {
  source_ = std::move(source);
  in_lines_ = false;
  ended_ = false;
  assessment_files_ = 0;
  packed_within_ = 0;
  names_.clear();
  repeated_ = 0;
}

bool archive_cutter::next(packed_file& from, batch& batch) {
  while (!ended_ && batch.problems.empty() && batch.members.size() < size_.documents &&
         batch.text.text().size() < size_.bytes) {
    if (!in_lines_) {
      next_member(from, batch);
    } else if (!batch.members.empty()) {
      return true;  // the lines come in a batch of their own
    } else {
      const bool any = lines_.next(from, batch);
      in_lines_ = !lines_.ended();
      if (any) {
        return true;
      }
    }
  }
  return !batch.members.empty();
}

void archive_cutter::next_member(packed_file& from, batch& batch) {
  switch (from.next()) {
    case packed_file::step::member:
      take_member(from, batch);
      break;
    case packed_file::step::broken:
      batch.problems.push_back({source_, from.fault()});
      break;
    case packed_file::step::failed:
      batch.problems.push_back({source_, from.fault()});
      finish(from, batch);
      break;
    case packed_file::step::end:
      remark(batch.problems);
      finish(from, batch);
      break;
  }
}

void archive_cutter::finish(const packed_file& from, batch& batch) {
  ended_ = true;
  batch.besides.count_links(from.links());
  if (repeated_ > 0) {
    const std::string_view first = first_repeated_;
    batch.problems.push_back({source_, worded(message::repeated_names, repeated_, first), severity::remark});
  }
}

void archive_cutter::take_member(packed_file& from, batch& batch) {
  const std::string& name = from.name();
  if (is_companion(name)) {
    return;
  }
  const bool is_packed = packing_of(name) != packing::none;
  packed_within_ += is_packed ? 1U : 0U;
  if (is_packed || !is_assessment_file(name)) {
    batch.besides.count(name);
    return;
  }
  ++assessment_files_;
  std::string source = source_of_member(displayed(name));
  if (kind_of(name) == input_kind::lines) {
    lines_.begin(std::move(source));
    in_lines_ = true;
  } else {
    take_document(from, std::move(source), batch);
  }
}

// Where several have one name, all but the first bear a number.
std::string archive_cutter::source_of_member(const std::string& name) {
  std::string source = source_ + '/' + name;
  if (const std::size_t count = names_.add(name); count > 1) {
    first_repeated_ = repeated_++ == 0 ? name : first_repeated_;
    source += '#' + std::to_string(count);
  }
  return source;
}

void archive_cutter::take_document(packed_file& from, std::string source, batch& batch) {
  const std::size_t begin = batch.text.text().size();
  if (!read_document(from, batch.text)) {
    batch.problems.push_back({std::move(source), from.fault()});
    batch.text.cut(begin);
    return;
  }
  batch.members.push_back({std::move(source), begin, batch.text.text().size() - begin});
}

void archive_cutter::remark(std::vector<io_problem>& problems) const {
  if (packed_within_ > 0) {
    problems.push_back({source_, worded(message::packed_within, packed_within_), severity::remark});
  } else if (assessment_files_ == 0) {
    problems.push_back({source_, worded(message::no_assessments), severity::remark});
  }
}

batch_source::batch_source(std::vector<input> inputs, const batch_size& size, std::optional<output_file> output)
    : size_(size), inputs_(std::move(inputs), std::move(output)), lines_(size), members_(size) {}

bool batch_source::next(batch& batch) {
  batch.documents.clear();
  batch.members.clear();
  batch.text.clear();
  batch.bytes = 0;
  batch.besides = {};
  batch.problems.clear();
  batch.archive.clear();
  while (const input* const from = inputs_.front(batch.problems, batch.besides)) {
    switch (from->kind) {
      case input_kind::lines:
        if (next_lines(*from, batch) || !batch.problems.empty()) {
          return true;
        }
        break;
      case input_kind::archive:
        if (next_members(*from, batch) || !batch.problems.empty()) {
          return true;
        }
        batch.archive.clear();
        break;
      default:
        next_documents(batch);
        return true;
    }
  }
  return !batch.problems.empty() || !batch.besides.empty();
}

void batch_source::next_documents(batch& batch) {
  while (batch.documents.size() < size_.documents) {
    input* const next = inputs_.front(batch.problems, batch.besides);
    if (next == nullptr || next->kind != input_kind::document) {
      break;
    }
    batch.documents.push_back(std::move(*next));
    inputs_.pop();
  }
}

bool batch_source::next_lines(const input& from, batch& batch) {
  if (!open_) {
    io_reason fault;
    std::size_t first_line = 1;
    open_ = from.part ? file_stream::open(from.path, *from.part, first_line, fault) : open_stream(from, fault);
    if (!open_) {
      batch.problems.push_back({from.shown(), std::move(fault)});
      inputs_.pop();
      return false;
    }
    const std::string_view head = from.read_already ? from.read_already->text() : std::string_view();
    lines_.begin(from.shown(), head, first_line);
    batch.bytes = head.size();
    taken_ = 0;
  }
  const bool any = lines_.next(*open_, batch);
  count_bytes(*open_, batch);
  if (lines_.ended()) {
    open_.reset();
    inputs_.pop();
  }
  return any;
}

bool batch_source::next_members(const input& from, batch& batch) {
  batch.archive = displayed(from.path);
  if (!archive_) {
    io_reason fault;
    archive_ = packed_file::open(from.path, from.packed, fault);
    if (!archive_) {
      batch.problems.push_back({batch.archive, std::move(fault)});
      inputs_.pop();
      return false;
    }
    members_.begin(batch.archive);
    taken_ = 0;
  }
  const bool any = members_.next(*archive_, batch);
  count_bytes(*archive_, batch);
  if (members_.ended()) {
    archive_.reset();
    inputs_.pop();
  }
  return any;
}

void batch_source::count_bytes(const byte_stream& from, batch& batch) {
  batch.bytes += from.taken() - taken_;
  taken_ = from.taken();
}

}  // namespace tbsc94
