# Runs tests/vectors through the Ruby that uniffi writes: all as documents, those of plain values through its functions too.
require 'json'
require 'payymo'

VECTORS = File.expand_path('../../../tests/vectors', __dir__)
PLAIN = %w[text party reference money].freeze

def failed(error)
  { 'error' => JSON.parse(error.document) }
end

def plain(value)
  case value
  when Array then value.map { |one| plain(one) }
  when nil, String, Numeric, true, false then value
  else
    # Words of Ruby stand with an underscore.
    fields = value.instance_variables.to_h { |at| [at.to_s.sub(/\A@_?/, ''), plain(value.instance_variable_get(at))] }
    fields.compact
  end
end

# The handle that an operation makes or is done on.
def of_document(operation, request)
  Payymo.const_get(operation.split('.').first.capitalize).from_document(request, [])
end

def as_document(head, request)
  op = head['op']
  if op.end_with?('.new')
    handle = of_document(op, request)
    # Some say nothing when they are opened.
    return handle.respond_to?(:errors) ? plain(handle.errors) : 'null'
  end
  return Payymo.call(op, request, []) unless head['open']

  handle = of_document(op, JSON.generate(head['open']))
  head['before'].each { |step, given| handle.call(step, JSON.generate(given), []) }
  handle.call(op, request, [])
rescue Payymo::PayymoError::Failed => e
  failed(e)
end

def through_functions(op, request)
  function = Payymo.method(op.tr('.', '_'))
  given = function.parameters.map { |_, name| request[name.to_s] }
  given.pop while !given.empty? && given.last.nil?
  plain(function.call(*given))
rescue Payymo::PayymoError::Failed => e
  failed(e)
end

run = typed = 0
Dir[File.join(VECTORS, '*.jsonl')].sort.each do |file|
  File.read(file, encoding: 'UTF-8').split("\n").each_slice(3) do |head, request, answer|
    head = JSON.parse(head)
    said = as_document(head, request)
    right = said.is_a?(String) ? answer : JSON.parse(answer)
    abort "#{head}: #{said}" unless said == right
    run += 1
    next if head['raw'] || !PLAIN.include?(head['op'].split('.').first)

    said = through_functions(head['op'], JSON.parse(request))
    abort "#{head}: #{said}" unless said == JSON.parse(answer)
    typed += 1
  end
end
puts "uniffi (Ruby): #{run} cases, #{typed} of them through its functions too"
