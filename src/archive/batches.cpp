#include "archive/batches.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace tbsc94 {

namespace {

constexpr std::size_t bytes_a_batch = std::size_t{128} << 10U;
constexpr std::size_t documents_a_batch = 64;

std::size_t line_ends_in(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    ++count;
  }
  return count;
}

}  // namespace

void line_cutter::begin(std::string source, std::string_view head) {
  source_ = std::move(source);
  carried_.assign(head);
  line_ = 1;
  skipping_ = false;
  ended_ = false;
}

bool line_cutter::next(byte_stream& from, batch& batch, std::vector<io_problem>& problems) {
  batch.source = source_;
  batch.first_line = line_;
  batch.text.assign(carried_.text());
  carried_.clear();
  while (true) {
    const auto got = from.read(batch.text, bytes_a_batch);
    if (skipping_) {
      skip_rest_of_line(batch);
    }
    if (!got) {
      problems.push_back({source_, from.fault()});
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

batch_source::batch_source(std::vector<input> inputs)
    : inputs_(std::make_move_iterator(inputs.begin()), std::make_move_iterator(inputs.end())) {}

bool batch_source::next(batch& batch, std::vector<io_problem>& problems) {
  batch.documents.clear();
  batch.text.clear();
  while (!inputs_.empty()) {
    if (inputs_.front().kind == input_kind::document) {
      next_documents(batch);
      return true;
    }
    if (next_lines(batch, problems) || !problems.empty()) {
      return true;
    }
  }
  return false;
}

void batch_source::next_documents(batch& batch) {
  while (!inputs_.empty() && inputs_.front().kind == input_kind::document &&
         batch.documents.size() < documents_a_batch) {
    batch.documents.push_back(std::move(inputs_.front()));
    inputs_.pop_front();
  }
}

bool batch_source::next_lines(batch& batch, std::vector<io_problem>& problems) {
  const input& from = inputs_.front();
  if (!open_) {
    io_reason fault;
    open_ = file_stream::open(from.path, fault);
    if (!open_) {
      problems.push_back({displayed(from.path), std::move(fault)});
      inputs_.pop_front();
      return false;
    }
    lines_.begin(displayed(from.path), from.read_already ? from.read_already->text() : std::string_view());
  }
  const bool any = lines_.next(*open_, batch, problems);
  if (lines_.ended()) {
    open_.reset();
    inputs_.pop_front();
  }
  return any;
}

}  // namespace tbsc94
